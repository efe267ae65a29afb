/** Stands in for a React component that draws the logo. */
export default function Gearbox(): string {
  return '<svg viewBox="0 0 24 24"><circle cx="12" cy="12" r="7" /></svg>';
}
