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
  Example: 'Exemple',
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
  'Add ': 'Ajouter : ',
  ' item': '',
  'Edit Value': 'Corps',
  'Any of': 'Au choix',
  'One of': 'L’un de',
  'All of': 'Tout cela',
  Items: 'Éléments',
  Enum: 'Valeurs',
  Default: 'D’ordinaire',
  Examples: 'Exemples',
  'Additional properties': 'Autres propriétés',
  'Failed to fetch': 'Le serveur ne répond pas',
  'Expand all': 'Tout ouvrir',
  'Collapse all': 'Tout fermer',
  Undocumented: 'Non décrit',
  'Loading…': 'Chargement…',
};

/** What is read aloud, or shown where nothing is filled in. @type {Record<string, string>} */
const attributes = {
  'Filter by tag or path': 'Filtrer par ressource ou par adresse',
  'Copy path to clipboard': 'Copier l’adresse',
  'Copy to clipboard': 'Copier',
  'Expand operation': 'Ouvrir l’opération',
  'Collapse operation': 'Fermer l’opération',
  'Apply credentials': 'Se connecter ainsi',
  'Remove authorization': 'Se déconnecter',
  'Request content type': 'Type de contenu de la demande',
  'Media Type': 'Type de contenu',
  'authorization button locked': 'Connecté : changer',
  'authorization button unlocked': 'Se connecter',
};
const attributeNames = ['placeholder', 'title', 'aria-label'];

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
  for (const element of [node, ...node.querySelectorAll('[placeholder], [title], [aria-label]')])
    translateAttributes(element);
}

/** @param {Element} element */
function translateAttributes(element) {
  for (const name of attributeNames) {
    const said = attributes[element.getAttribute(name) ?? ''];
    if (said !== undefined) element.setAttribute(name, said);
  }
}

/** @param {Node} text */
function translate(text) {
  const around = text.parentElement;
  const ofDocument = around?.closest('pre, code, textarea, .renderedMarkdown');
  if (ofDocument && !around?.matches('.parameters-col_description i, .parameters-col_description em')) return;
  const now = text.nodeValue ?? '';
  const said = french[now] ?? french[now.trim()];
  if (said !== undefined && said !== now) text.nodeValue = said;
}
