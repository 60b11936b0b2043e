// @ts-check
/** Why there is no going on, in one French sentence for the one who started it. */
export class Refusal extends Error {}
