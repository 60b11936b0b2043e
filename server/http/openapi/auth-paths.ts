import type { Langue } from '../../core/messages/messages.ts';
import { answering, type ErrorStatus, failing, withoutBody } from './answers.ts';
import { shared } from './parameters.ts';
import { type Operation, type Paths, refTo } from './types.ts';
import { words } from './words.ts';

/** Signing in and out, as the hand-written routes answer it. */
export function authPaths(langue: Langue): Paths {
  const { auth: said, answers } = words(langue);
  const nobody = { security: [] };
  const done = { 204: withoutBody(answers.done) };
  const tokens = { 200: answering(answers.ok, refTo('schemas', 'SignedIn'), { 'Set-Cookie': 'setCookie' }) };
  const takes = (schema: string, required = true) => ({
    requestBody: { required, content: { 'application/json': { schema: refTo('schemas', schema) } } },
  });
  const bodied: ErrorStatus[] = [400, 413, 415, 429, 503];

  const operation = (
    operationId: string,
    summary: string,
    description: string,
    own: Omit<Operation, 'operationId' | 'tags' | 'summary'>,
  ): Operation => ({
    operationId: `auth_${operationId}`,
    tags: ['auth'],
    summary,
    description,
    parameters: shared('acceptLanguage'),
    ...own,
  });

  return {
    '/auth/login': {
      post: operation('login', said.login, said.loginText, {
        ...nobody,
        ...takes('Login'),
        responses: { ...tokens, ...failing(...bodied, 401, 403) },
      }),
    },
    '/auth/refresh': {
      post: operation('refresh', said.refresh, said.refreshText, {
        ...nobody,
        ...takes('Refresh', false),
        responses: { ...tokens, ...failing(400, 401, 403, 413, 415, 503) },
      }),
    },
    '/auth/logout': {
      post: operation('logout', said.logout, said.logoutText, { responses: { ...done, ...failing(401, 403, 503) } }),
    },
    '/auth/user': {
      get: operation('user', said.user, said.userText, {
        responses: { 200: answering(answers.ok, refTo('schemas', 'Moi')), ...failing(401, 503) },
      }),
    },
    '/auth/password/change': {
      put: operation('password_change', said.change, said.changeText, {
        ...takes('PasswordChange'),
        responses: { ...done, ...failing(...bodied, 401, 403) },
      }),
    },
    '/auth/signup': {
      post: operation('signup', said.signup, said.signupText, {
        ...nobody,
        ...takes('SignUp'),
        responses: { ...done, ...failing(...bodied, 403) },
      }),
    },
    '/auth/password/forgot': {
      post: operation('password_forgot', said.forgot, said.forgotText, {
        ...nobody,
        ...takes('PasswordForgot'),
        responses: { ...done, ...failing(...bodied) },
      }),
    },
    '/auth/password/reset': {
      post: operation('password_reset', said.reset, said.resetText, {
        ...nobody,
        ...takes('PasswordReset'),
        responses: { ...done, ...failing(...bodied, 401) },
      }),
    },
  };
}
