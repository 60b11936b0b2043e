import { inFrancs } from '../../../../core/money.ts';
import { gsm7 } from '../gsm7.ts';
import { couper } from '../mise-en-page.ts';
import { type Ecran, montantDans, parler, plusPossible, produitDe, type Suite } from './ecran.ts';

export const produit: Ecran = (etat, { produits }) => {
  const dit = parler(etat);
  if (produits.length === 0) return { vers: 'message', saisie: { message: dit('aucun_produit') } };
  return {
    entete: dit('quel_produit'),
    choix: produits.map(({ id, nom }) => ({
      cle: `produit:${id}`,
      libelle: nom,
      suite: {
        vers: 'montant',
        saisie: { produit_id: id, montant: undefined, periodicite: undefined, consentement: undefined },
      },
    })),
  };
};

/** Per period; a product of one price asks nothing. */
export const montant: Ecran = (etat, faits) => {
  const choisi = produitDe(etat, faits);
  if (!choisi) return plusPossible(etat);
  const { nom, montant_min: minimum, montant_max: maximum } = choisi;
  if (minimum === maximum) return { vers: 'periodicite', saisie: { montant: minimum } };
  return {
    entete: parler(etat)('quel_montant', {
      produit: couper(nom, 24),
      minimum: inFrancs(minimum),
      maximum: inFrancs(maximum),
    }),
    lire: montantDans(etat, { minimum, maximum }, (somme) => ({ vers: 'periodicite', saisie: { montant: somme } })),
  };
};

export const periodicite: Ecran = (etat, faits) => {
  const choisi = produitDe(etat, faits);
  if (!choisi || !etat.saisie.montant) return plusPossible(etat);
  const [seule, ...autres] = choisi.periodicites;
  if (!seule) return plusPossible(etat);
  if (autres.length === 0) return { vers: 'nom', saisie: { periodicite: seule } };
  const dit = parler(etat);
  return {
    entete: dit('quelle_periodicite', { montant: inFrancs(etat.saisie.montant) }),
    choix: choisi.periodicites.map((code) => ({
      cle: code,
      libelle: dit(code),
      suite: { vers: 'nom', saisie: { periodicite: code } },
    })),
  };
};

/** Who they are is asked once: a telephone that is known has its name already. */
export const nom: Ecran = (etat, { connu }) => {
  if (connu) return { vers: 'revue' };
  return {
    entete: parler(etat)('quel_nom'),
    lire: lireNom(parler(etat)('nom_invalide'), (mot) => ({ vers: 'prenom', saisie: { nom: mot } })),
  };
};

export const prenom: Ecran = (etat, { connu }) => {
  if (connu) return { vers: 'revue' };
  if (!etat.saisie.nom) return { vers: 'nom' };
  return {
    entete: parler(etat)('quel_prenom'),
    lire: lireNom(parler(etat)('nom_invalide'), (mot) => ({ vers: 'revue', saisie: { prenom: mot } })),
  };
};

const lireNom =
  (refus: string, suite: (mot: string) => Suite) =>
  (entree: string): Suite => {
    const mot = entree.normalize('NFC').replace(/\s+/g, ' ').trim();
    return /^\p{L}[\p{L}\p{M}'’. -]{0,59}$/u.test(mot) && mot.length <= 60 ? suite(mot) : { refus };
  };

/** All on one screen: the price, what it covers, and what they agree to. */
export const revue: Ecran = (etat, faits) => {
  const choisi = produitDe(etat, faits);
  const { montant: somme, periodicite: rythme, nom: dit_nom, prenom: dit_prenom } = etat.saisie;
  if (!choisi || !somme || !rythme) return plusPossible(etat);
  if (!faits.connu && !(dit_nom && dit_prenom)) return { vers: 'nom' };
  const dit = parler(etat);
  const vendu = dit('vendu', {
    produit: couper(choisi.nom, 18),
    montant: inFrancs(somme),
    periodicite: dit(rythme),
    duree: dit(choisi.duree_unite, { nombre: choisi.duree }),
  });
  const accord = dit('consentement');
  return {
    entete: (place) => {
      const libre = place - gsm7(`${vendu} ${dit('couvre', { garanties: '' })} ${accord}`).length;
      const garanties = autantQue(choisi.garanties, libre);
      return [vendu, ...(garanties ? [dit('couvre', { garanties })] : []), accord].join(' ');
    },
    choix: [
      {
        cle: 'confirmer',
        libelle: dit('confirmer'),
        suite: {
          vers: 'operateur',
          saisie: { consentement: { texte: etat.affiche, le: faits.maintenant }, paiement: 'souscription_initiale' },
        },
      },
    ],
  };
};

/** As many of these, whole, as fit into so many characters; nothing when there is no room for one. */
function autantQue(garanties: readonly string[], place: number): string {
  for (let nombre = garanties.length; nombre > 0; nombre--) {
    const dites = garanties.slice(0, nombre).join(', ') + (nombre < garanties.length ? ', etc.' : '.');
    if (gsm7(dites).length <= place) return dites;
  }
  return garanties.length > 0 && place > 12 ? couper(garanties[0] as string, place) : '';
}
