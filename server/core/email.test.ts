import { expect, test } from 'vitest';
import { maskEmail } from './email.ts';

test.each([
  ['jean@exemple.cg', 'j•••@exemple.cg'],
  ['j@exemple.cg', 'j•••@exemple.cg'],
  ['"a@b"@exemple.cg', '"•••@exemple.cg'],
])('%s is shown as %s', (email, masked) => expect(maskEmail(email)).toBe(masked));
