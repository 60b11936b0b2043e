/** AdminJS says the end of a session in English, in a box of the browser's, whatever the language. */
const english = 'Your session expired. You will be redirected to login screen';
const words: Record<string, string> = {
  fr: 'Votre session a pris fin. Vous allez retrouver la page de connexion.',
  en: 'Your session has ended. You will be taken to the sign-in page.',
};

const say = window.alert.bind(window);
let said = false;
window.alert = (text?: unknown) => {
  if (text !== english) return say(text);
  // Every request that was under way asks for it; once is enough.
  if (!said) say(words[document.documentElement.lang] ?? words.fr);
  said = true;
};

export {};
