/** Stands in for a React component that draws the logo. */
export default function Fernly(): string {
  return '<svg viewBox="0 0 24 24"><path d="M12 22V4m0 6l-6-4m6 8l6-4" /></svg>';
}
