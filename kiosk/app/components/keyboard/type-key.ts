type Typed = HTMLInputElement | HTMLTextAreaElement;

/**
 * Types a key into a field where its caret stands, as a keyboard of its own would: React and the field’s own limits hear
 * of it. `⌫` erases what is chosen, or the sign before the caret.
 */
export function typeKey(field: Typed, key: string): void {
  const start = field.selectionStart ?? field.value.length;
  const end = field.selectionEnd ?? start;
  const erases = key === '⌫';
  const from = erases && start === end ? Math.max(0, start - 1) : start;
  const text = erases ? '' : key;
  const value = field.value.slice(0, from) + text + field.value.slice(end);
  if (field.maxLength >= 0 && value.length > field.maxLength) return;
  const last = end === field.value.length;
  const prototype = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
  // A field may write what it is given in its own way: whoever typed at its end goes on there.
  const caret = last ? field.value.length : from + text.length;
  field.setSelectionRange(caret, caret);
}
