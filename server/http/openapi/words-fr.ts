/** What the API's document says in French. Blanks stand in braces. */
export const fr = {
  info: {
    title: 'API de Guichet',
    description: `L’API de Guichet suit les usages de Django REST Framework et de django-filter.

**Se connecter.** \`POST /auth/login\` donne un jeton d’accès (15 minutes) et un jeton de renouvellement (7 jours). Envoyez \`Authorization: Bearer <jeton>\`. Un programme peut aussi envoyer une clé d’API dans \`X-API-Key\`.

**Voir.** Chacun ne voit que les lignes de son périmètre ; une ligne hors du périmètre n’existe pas (404).

**Écrire.** Envoyez la révision lue (\`If-Match: "3"\` ou \`revision\` dans le corps) : une écriture dépassée est refusée (412) et rien n’est écrasé. \`Idempotency-Key\` évite qu’un envoi répété n’agisse deux fois.

**Erreurs.** Toujours \`application/problem+json\` (RFC 9457), en français ou en anglais selon \`Accept-Language\`.

**Valeurs.** Montants en francs CFA entiers, jours \`AAAA-MM-JJ\`, instants ISO 8601 avec décalage, téléphones E.164 (\`+242061234567\`).

Chaque adresse existe aussi sous \`/api\` et avec une barre finale.`,
  },
  server: 'Ce serveur',
  tags: { auth: 'Connexion', service: 'Service' },
  tagDescriptions: {
    auth: 'Jetons, mots de passe et droits de la personne connectée.',
    service: 'État du service, ce document et la collection Postman.',
    resource: '{many} : lire, filtrer, écrire et exporter, selon les droits de la personne.',
  },
  security: {
    bearer: 'Le jeton d’accès que donne `POST /auth/login`, valable 15 minutes.',
    cookie:
      'Le même jeton dans un cookie que les scripts ne lisent pas, pour un navigateur qui se connecte avec `"cookies": true`. Une écriture doit venir de la même origine.',
    apiKey: 'Une clé d’API, qui agit au nom d’un compte jusqu’à son expiration : `gk_…`.',
  },
  summaries: {
    list: 'Lister : {many}',
    create: 'Créer : {one}',
    retrieve: 'Lire : {one}',
    update: 'Remplacer : {one}',
    partial_update: 'Modifier : {one}',
    delete: 'Supprimer : {one}',
    historique: 'Historique : {one}',
    agregats: 'Compter et additionner : {many}',
    export: 'Exporter : {many}',
    restaurer: 'Restaurer : {one}',
    destruction: 'Détruire définitivement : {one}',
    action: '{action} : {one}',
    nested: '{many} : {one}',
    patched: '{action} : {one} (PATCH)',
  },
  descriptions: {
    list: 'Une page de lignes. Les filtres se combinent (ET). Un paramètre inconnu est refusé par son nom.',
    create: 'Un objet crée une ligne ; une liste de 1 à {batch} objets les crée toutes ou aucune.',
    retrieve: 'La ligne, avec `actions` : ce que la personne peut en faire maintenant.',
    update:
      'Tous les champs obligatoires sont attendus ; un champ facultatif omis garde sa valeur. La ligne telle que lue peut être renvoyée entière.',
    partial_update: 'Ne change que les champs envoyés.',
    delete: 'Refusé (409) tant que d’autres lignes en dépendent.',
    deleteRestorable:
      'La ligne est mise de côté : elle peut être restaurée, ou détruite définitivement. Refusé (409) tant que d’autres lignes en dépendent.',
    historique:
      'Ce qui est arrivé à la ligne, du plus récent au plus ancien : qui, quand, quoi, pourquoi, avant et après. Au plus 200 lignes.',
    agregats:
      'Un objet par groupe, avec `nombre` et les mesures demandées ; sans `group_by`, un seul objet. Au plus 1 000 groupes.',
    export:
      'Toutes les lignes que donnent les filtres, en CSV (UTF-8, `;`) ou en classeur Excel. L’export est noté au journal.',
    restaurer: 'Remet en place une ligne supprimée, si ses valeurs uniques sont toujours libres.',
    destruction: 'Efface pour toujours une ligne déjà supprimée.',
    action: 'Possible seulement quand l’état de la ligne le permet ; sinon 409 avec la raison.',
    reason: 'Le motif est demandé et gardé au journal.',
    hiddenFields: 'Visible seulement avec le droit « {droit} ».',
    writtenWith: 'Modifiable seulement avec le droit « {droit} ».',
    unique: 'Unique.',
    numbered: 'Attribué automatiquement s’il est omis.',
    francs: 'En francs CFA, sans décimales.',
    phone: 'Congo ou Cameroun ; les espaces sont acceptés à la saisie, la valeur est gardée en E.164.',
    label: 'Ce que désigne `{field}` ; `null` hors de portée. La ligne entière avec `expand={label}`.',
    actions: 'Les droits et actions possibles maintenant pour cette personne.',
    libelle: 'Ce qui nomme la ligne pour une personne.',
    revision: 'La révision lue : une ligne qui a changé depuis est refusée (412).',
    ignored: 'Accepté tel que lu, sans effet.',
    result: 'Ce que l’action rend en plus, montré une seule fois.',
    nested: 'Une page des lignes qui en dépendent, avec les filtres, l’ordre et les pages de leur propre liste.',
    batch: 'Plusieurs, d’un seul tenant',
    single: 'Une ligne',
    partial: 'Avec `fields`, seuls les champs demandés et `id`.',
  },
  lookups: {
    exact: '{field} : égal à.',
    ne: '{field} : différent de.',
    in: '{field} : une des valeurs, séparées par des virgules (200 au plus).',
    gt: '{field} : plus grand que.',
    gte: '{field} : plus grand ou égal.',
    lt: '{field} : plus petit que.',
    lte: '{field} : plus petit ou égal.',
    range: '{field} : entre deux valeurs comprises, séparées par une virgule.',
    icontains: '{field} : contient, sans tenir compte de la casse.',
    istartswith: '{field} : commence par, sans tenir compte de la casse.',
    isnull: '{field} : vide (`true`) ou rempli (`false`).',
  },
  parameters: {
    id: 'Le numéro de la ligne.',
    search: 'Cherche chaque mot, sans accents ni casse, dans : {fields}.',
    ordering: 'L’ordre, par un ou plusieurs champs ; `-` devant pour décroître. D’ordinaire `{order}`.',
    page: 'Le numéro de la page, à partir de 1. Au-delà de 100 000 lignes, utilisez `cursor`.',
    page_size: 'Le nombre de lignes d’une page.',
    cursor:
      'Pour parcourir une longue liste : vide pour commencer, puis suivez `next`. La réponse n’a alors pas de `count`.',
    count: '`exact` : compte jusqu’à la dernière ligne, au lieu d’estimer au-delà de 10 000.',
    fields: 'Ne rend que ces champs (et toujours `id`).',
    exportFields: 'Seulement ces colonnes.',
    expand: 'Rend la ligne entière à la place de `{"id", "libelle"}`.',
    corbeille: 'Les lignes supprimées au lieu des autres ; demande le droit de restaurer.',
    group_by: 'Un groupe par valeur de ces champs (3 au plus).',
    sum: 'Additionne ces champs : `sum_<champ>`.',
    avg: 'Moyenne de ces champs : `avg_<champ>`.',
    min: 'Plus petite valeur de ces champs : `min_<champ>`.',
    max: 'Plus grande valeur de ces champs : `max_<champ>`.',
    format: 'Le format du fichier.',
    ifMatch: 'La révision lue, entre guillemets (`"3"`), ou `*` pour ne pas vérifier.',
    idempotencyKey:
      'Une clé de 1 à 200 caractères, au choix de l’appelant : la même demande envoyée deux fois n’agit qu’une fois et reçoit la même réponse.',
    acceptLanguage: 'La langue des messages : `fr` (d’ordinaire) ou `en`.',
    langue: 'La langue du document.',
  },
  headers: {
    etag: 'La révision de la ligne, pour `If-Match`.',
    location: 'L’adresse de la ligne créée.',
    requestId: 'Le nom de la demande, au journal et dans les traces du serveur.',
    retryAfter: 'Les secondes à attendre.',
    contentDisposition: 'Le nom du fichier.',
    wwwAuthenticate: 'Comment se connecter.',
    setCookie: 'Les jetons, quand `cookies` est demandé.',
  },
  answers: {
    ok: 'La réponse.',
    created: 'Créé.',
    done: 'Fait.',
    file: 'Le fichier, envoyé au fur et à mesure.',
    400: 'La demande n’est pas valable : les champs en cause sont nommés.',
    401: 'Personne n’est connecté, ou le jeton ne vaut plus rien.',
    403: 'La personne n’a pas ce droit.',
    404: 'La ligne n’existe pas, ou pas pour cette personne.',
    409: 'Une règle s’y oppose ; la raison est dite.',
    412: 'La ligne a changé depuis qu’elle a été lue ; `current` la donne telle qu’elle est.',
    413: 'Le corps dépasse 1 Mo.',
    415: 'Le corps n’est pas du JSON.',
    422: 'La clé d’idempotence a servi à une autre demande, ou n’est pas valable.',
    429: 'Trop d’essais : attendez.',
    500: 'Erreur inattendue, à signaler avec sa référence.',
    503: 'Le service ne peut pas répondre maintenant.',
  },
  schemas: {
    problem: 'Une erreur, selon la RFC 9457.',
    label: 'Une ligne désignée : sa clé et son libellé.',
    row: '{one}, en lecture.',
    input: '{one}, à créer.',
    update: '{one}, à remplacer.',
    patch: '{one}, à modifier : tout est facultatif.',
    page: 'Une page : {many}.',
    aggregates: 'Des groupes : {many}.',
    reason: 'Pourquoi : le journal le garde.',
    history: 'Ce qui est arrivé à une ligne.',
    action: 'Ce que demande l’action « {action} ».',
    count: 'Le nombre de lignes ; absent avec `cursor`.',
    countIsEstimate: 'Présent quand `count` est une estimation (au-delà de 10 000).',
    next: 'L’adresse de la page suivante.',
    previous: 'L’adresse de la page précédente.',
    nombre: 'Le nombre de lignes du groupe.',
    code: 'Stable, pour les machines.',
    message: 'La phrase à montrer.',
    errors: 'Par champ, les phrases à montrer.',
    current: 'La ligne telle qu’elle est (412).',
    attente: 'Les secondes à attendre (429).',
    but: 'Ce pour quoi le code est demandé (`code_demande`).',
  },
  auth: {
    login: 'Se connecter',
    loginText:
      'Échange un e-mail et un mot de passe contre des jetons. Les essais répétés sont freinés ; la réponse ne dit jamais si le compte existe.',
    refresh: 'Renouveler les jetons',
    refreshText:
      'Chaque jeton de renouvellement ne sert qu’une fois ; le rejouer ferme toute la connexion. Sans corps, le cookie est lu.',
    logout: 'Se déconnecter',
    logoutText: 'Ferme la connexion à laquelle appartient le jeton, aussitôt et partout.',
    user: 'Qui suis-je, et que puis-je faire ?',
    userText:
      'La personne connectée et, par ressource, ses droits, ses champs et ses actions : de quoi ne montrer que ce qui marche.',
    change: 'Changer de mot de passe',
    changeText: 'Demande l’ancien. Toutes les connexions de la personne se ferment.',
    signup: 'Inscription',
    signupText:
      'Ouvre un compte sans droits et envoie le lien pour choisir un mot de passe, là où l’institution a ouvert l’inscription ; la réponse est la même si le compte existe déjà.',
    forgot: 'Mot de passe oublié',
    forgotText: 'Envoie un lien si le compte existe ; la réponse est la même sinon.',
    reset: 'Choisir un mot de passe avec le lien reçu',
    resetText: 'Le lien sert une fois, dans l’heure.',
    password: '12 à 128 caractères, et pas un mot de passe que tout le monde utilise.',
    cookies: '`true` pour un navigateur : les jetons vont dans des cookies et non dans la réponse.',
    access: 'À envoyer dans `Authorization: Bearer`, 15 minutes.',
    refreshToken: 'À garder secret, 7 jours, à usage unique.',
    jeton: 'Le jeton du lien.',
  },
  service: {
    health: 'Le service répond-il ?',
    schema: 'Ce document (OpenAPI 3.1)',
    postman: 'La collection Postman',
  },
};

export type Words = typeof fr;
