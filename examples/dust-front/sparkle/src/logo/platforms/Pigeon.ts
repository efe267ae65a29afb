/** Stands in for a React component that draws the logo. */
export default function Pigeon(): string {
  return '<svg viewBox="0 0 24 24"><path d="M3 6h18l-9 8zM3 6v12h18V6" /></svg>';
}
