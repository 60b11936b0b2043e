/** Signs in over the API, as any program or terminal does, and answers the access token. */
export async function signIn(
  origin: string,
  who: { email: string; password: string } | { police: string; telephone: string },
): Promise<string> {
  const answer = await fetch(`${origin}/api/v1/auth/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(who),
  });
  if (!answer.ok) throw new Error(`sign-in: ${answer.status} ${await answer.text()}`);
  const { tokens } = (await answer.json()) as { tokens: { access: string } };
  return tokens.access;
}
