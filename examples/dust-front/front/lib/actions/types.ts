/** The conversation from which an agent calls a tool. */
export interface AgentLoopContextType {
  conversationId: string;
  agentName: string;
}
