/**
 * What Swagger UI says by itself, in French; it ships in English only.
 * @type {Record<string, string>}
 */
const french = {
  Authorize: 'Se connecter',
  Logout: 'Se déconnecter',
  Close: 'Fermer',
  'Available authorizations': 'Moyens de se connecter',
  Authorized: 'Connecté',
  'Value:': 'Valeur :',
  'Name:': 'Nom :',
  'In:': 'Dans :',
  Servers: 'Serveurs',
  Parameters: 'Paramètres',
  'No parameters': 'Aucun paramètre',
  'Request body': 'Corps de la demande',
  required: 'obligatoire',
  Responses: 'Réponses',
  Response: 'Réponse',
  Code: 'Code',
  Description: 'Description',
  Details: 'Détails',
  Name: 'Nom',
  Links: 'Liens',
  'No links': 'Aucun lien',
  'Media type': 'Type de contenu',
  'Controls ': 'Détermine l’en-tête ',
  ' header.': '.',
  'Example Value': 'Exemple',
  'Examples: ': 'Exemples : ',
  'Example Description': 'Description de l’exemple',
  Schema: 'Schéma',
  Schemas: 'Schémas',
  'Try it out': 'Essayer',
  'Try it out ': 'Essayer',
  Cancel: 'Annuler',
  Reset: 'Rétablir',
  Execute: 'Envoyer',
  Clear: 'Effacer',
  Curl: 'Commande curl',
  'Request URL': 'Adresse demandée',
  'Server response': 'Réponse du serveur',
  'Response body': 'Corps de la réponse',
  'Response headers': 'En-têtes de la réponse',
  'Request duration': 'Durée',
  Download: 'Télécharger',
  'Download file': 'Télécharger le fichier',
  'Headers:': 'En-têtes :',
  Type: 'Type',
  'Default value': 'Valeur par défaut',
  'Available values': 'Valeurs possibles',
  'Send empty value': 'Envoyer une valeur vide',
  'Add string item': 'Ajouter une valeur',
  'Add integer item': 'Ajouter une valeur',
  'Add number item': 'Ajouter une valeur',
  'Expand all': 'Tout ouvrir',
  'Collapse all': 'Tout fermer',
  Undocumented: 'Non décrit',
  'Loading…': 'Chargement…',
};

/** @type {Record<string, string>} */
const placeholders = { 'Filter by tag': 'Filtrer par ressource' };

/**
 * Says in French what appears inside `root`, now and later. The document's own text is left alone.
 * @param {Element} root
 */
export function speakFrench(root) {
  const observer = new MutationObserver((changes) => {
    for (const { target, addedNodes, type } of changes) {
      if (type === 'characterData') translate(target);
      for (const node of addedNodes) translateAll(node);
    }
  });
  observer.observe(root, { childList: true, subtree: true, characterData: true });
  translateAll(root);
}

/** @param {Node} node */
function translateAll(node) {
  if (node.nodeType === Node.TEXT_NODE) return translate(node);
  const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) translate(text);
  if (!(node instanceof Element)) return;
  for (const input of node.querySelectorAll('input')) input.placeholder = placeholders[input.placeholder] ?? input.placeholder;
}

/** @param {Node} text */
function translate(text) {
  if (text.parentElement?.closest('pre, code, textarea, .renderedMarkdown')) return;
  const now = text.nodeValue ?? '';
  const said = french[now] ?? french[now.trim()];
  if (said !== undefined && said !== now) text.nodeValue = said;
}
