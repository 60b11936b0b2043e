import type { Langue } from '../../core/messages/messages.ts';
import type { CodeMotif } from './motifs.ts';

/** What a customer is told while a payment is not settled. */
type Attente = 'a_valider' | 'verification_en_cours';

const fr: Record<CodeMotif | Attente, string> = {
  a_valider: 'Validez le paiement sur votre téléphone avec votre code secret.',
  verification_en_cours: 'Vérification en cours : ne payez pas une deuxième fois.',
  solde_insuffisant: 'Le solde de votre compte mobile ne suffit pas.',
  plafond_atteint: 'Le plafond de votre compte mobile est atteint : essayez un montant plus petit, ou plus tard.',
  solde_ou_plafond: 'Le solde de votre compte mobile ne suffit pas, ou son plafond est atteint.',
  refusee_par_client: 'Le paiement a été refusé sur le téléphone.',
  non_validee: 'Le paiement n’a pas été validé sur le téléphone.',
  delai_depasse: 'Le délai pour valider le paiement sur le téléphone est passé.',
  annulee: 'Le paiement a été annulé.',
  pin_errone: 'Le code secret saisi sur le téléphone n’est pas le bon.',
  pin_absent: 'Le code secret n’a pas été saisi sur le téléphone.',
  operateur_indisponible: 'Le service de l’opérateur ne répond pas pour le moment. Rien n’a été prélevé.',
  traitement_impossible: 'L’opérateur n’a pas pu faire ce paiement, souvent faute de solde. Rien n’a été prélevé.',
  transaction_introuvable: 'L’opérateur n’a pas gardé trace de ce paiement. Rien n’a été prélevé.',
  doublon: 'L’opérateur a déjà reçu cette demande.',
  autre: 'L’opérateur n’a pas fait ce paiement. Rien n’a été prélevé.',
  montant_invalide: 'L’opérateur n’accepte pas ce montant.',
  numero_invalide: 'Ce numéro n’appartient pas à cet opérateur : vérifiez-le ou choisissez l’autre opérateur.',
  payeur_introuvable: 'Ce numéro n’a pas de compte mobile chez cet opérateur.',
  compte_inactif: 'Le compte mobile de ce numéro n’est pas actif.',
  non_autorisee: 'L’opérateur n’autorise pas ce paiement pour ce compte mobile.',
  beneficiaire_indisponible: 'Notre compte ne peut pas recevoir ce paiement pour le moment. Rien n’a été prélevé.',
  demande_invalide: 'La demande de paiement n’a pas été acceptée par l’opérateur. Rien n’a été prélevé.',
  configuration: 'Le paiement par cet opérateur n’est pas bien réglé chez nous. Rien n’a été prélevé.',
  acces_refuse: 'L’opérateur refuse notre accès pour le moment. Rien n’a été prélevé.',
  remboursee: 'Le paiement a été rendu au client par l’opérateur.',
};

const en: typeof fr = {
  a_valider: 'Confirm the payment on your telephone with your secret code.',
  verification_en_cours: 'Being checked: do not pay a second time.',
  solde_insuffisant: 'The balance of your mobile account is too low.',
  plafond_atteint: 'The limit of your mobile account is reached: try a smaller amount, or later.',
  solde_ou_plafond: 'The balance of your mobile account is too low, or its limit is reached.',
  refusee_par_client: 'The payment was refused on the telephone.',
  non_validee: 'The payment was not confirmed on the telephone.',
  delai_depasse: 'The time to confirm the payment on the telephone has run out.',
  annulee: 'The payment was cancelled.',
  pin_errone: 'The secret code typed on the telephone is wrong.',
  pin_absent: 'The secret code was not typed on the telephone.',
  operateur_indisponible: 'The operator’s service does not answer at the moment. Nothing was taken.',
  traitement_impossible: 'The operator could not make this payment, often for lack of balance. Nothing was taken.',
  transaction_introuvable: 'The operator kept no trace of this payment. Nothing was taken.',
  doublon: 'The operator has already received this request.',
  autre: 'The operator did not make this payment. Nothing was taken.',
  montant_invalide: 'The operator does not accept this amount.',
  numero_invalide: 'This number does not belong to this operator: check it or choose the other operator.',
  payeur_introuvable: 'This number has no mobile account with this operator.',
  compte_inactif: 'The mobile account of this number is not active.',
  non_autorisee: 'The operator does not allow this payment for this mobile account.',
  beneficiaire_indisponible: 'Our account cannot receive this payment at the moment. Nothing was taken.',
  demande_invalide: 'The operator did not accept the request for payment. Nothing was taken.',
  configuration: 'Payment through this operator is not set up correctly on our side. Nothing was taken.',
  acces_refuse: 'The operator refuses our access at the moment. Nothing was taken.',
  remboursee: 'The operator gave the payment back to the customer.',
};

/** What a person is told of a payment, by the code of a `Motif` or the wait it is in; never the operator's own code. */
export const phrases: Record<Langue, typeof fr> = { fr, en };
