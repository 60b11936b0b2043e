/** `jean@exemple.cg` → `j•••@exemple.cg`. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return `${[...email.slice(0, Math.max(0, at))][0] ?? ''}•••${email.slice(at)}`;
}
