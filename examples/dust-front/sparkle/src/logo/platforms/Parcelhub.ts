/** Stands in for a React component that draws the logo. */
export default function Parcelhub(): string {
  return '<svg viewBox="0 0 24 24"><path d="M3 7l9-4 9 4v10l-9 4-9-4z" /></svg>';
}
