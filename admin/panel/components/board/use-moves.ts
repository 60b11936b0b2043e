import { ApiClient, type ResourceJSON, useTranslation } from 'adminjs';
import { useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { asksMore, type BoardCustom, type Card, type Columns, moved, toldTo, wayTo } from './board.ts';
import type { useBoard } from './use-board.ts';

/** What has just happened, in words, and how to take it back. */
export interface Said {
  text: string;
  wrong?: boolean;
  undo?: () => void;
}

interface Answer {
  record: Card & { errors?: Record<string, { message: string; type?: string }> };
  notice?: { message: string; type: 'success' | 'error' };
}

type Loaded = Pick<ReturnType<typeof useBoard>, 'setColumns' | 'load'> & { columns?: Columns };

/** Carries cards elsewhere: shown at once, kept once the engine agrees, put back with the reason when it does not. */
export function useMoves(resource: ResourceJSON, board: BoardCustom, { columns, setColumns, load }: Loaded) {
  const { translateLabel, translateMessage } = useTranslation();
  const [said, say] = useState<Said>();
  const focus = useRef<string>();
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const words = (key: string, values: Record<string, unknown>) => translateMessage(key, resource.id, values);
  const nameOf = (code: string) => translateLabel(`${board.by}.${code}`, resource.id);

  const carryOut = async (card: Card, action: string, inputs: Record<string, string>): Promise<Answer | undefined> => {
    const data = new FormData();
    data.set('revision', String(card.params.revision));
    for (const [name, value] of Object.entries(inputs)) data.set(name, value);
    const asked = new ApiClient().recordAction({
      resourceId: resource.id,
      recordId: card.id,
      actionName: action,
      data,
    });
    return asked.then(({ data }) => data as unknown as Answer).catch(() => undefined);
  };
  /** Why it was refused: what is said of a field tells more than that something is wrong. */
  const reasonOf = (answer?: Answer): string => {
    const told = Object.values(answer?.record?.errors ?? {}).map(({ message }) => message);
    return told.join(' ') || translateMessage(answer?.notice?.message ?? 'echecAction');
  };
  const refused = (card: Card, reason: string) =>
    say({ text: words('carteRefusee', { titre: card.title, raison: reason }), wrong: true });

  const drop = async (card: Card, from: string, to: string) => {
    focus.current = card.id;
    const codes = columns?.colonnes.map(({ code }) => code) ?? [];
    const { action, refus } = wayTo(board, codes, card, from, to);
    if (!columns || !action) return refused(card, String(refus ?? words('carteSansVoie', { colonne: nameOf(to) })));
    const inputs = toldTo(card, action, board.by, to);
    if (asksMore(card, action, board.by)) {
      const query = new URLSearchParams({ ...inputs, retour: `${pathname}${search}` });
      return navigate(`/admin/resources/${resource.id}/records/${card.id}/${action}?${query}`);
    }
    setColumns(moved(columns, card, board.by, to));
    const answer = await carryOut(card, action, inputs);
    if (answer?.notice?.type === 'success') {
      say({ text: words('carteDeplacee', { titre: card.title, colonne: nameOf(to) }) });
      return load();
    }
    setColumns(columns);
    refused(card, reasonOf(answer));
    if (Object.values(answer?.record?.errors ?? {}).some(({ type }) => type === 'perime')) await load();
  };

  /** Ticks a card off, with the way back at hand. */
  const tick = async (card: Card) => {
    const [done = '', undone = ''] = board.ticks;
    const answer = await carryOut(card, done, {});
    if (answer?.notice?.type !== 'success') {
      refused(card, reasonOf(answer));
      return load();
    }
    say({
      text: words('carteCochee', { titre: card.title }),
      undo: () => void untick({ ...card, ...answer.record }, undone),
    });
    return load();
  };
  const untick = async (card: Card, action: string) => {
    const answer = await carryOut(card, action, {});
    if (answer?.notice?.type !== 'success') return refused(card, reasonOf(answer));
    focus.current = card.id;
    say({ text: words('carteRouverte', { titre: card.title }) });
    return load();
  };
  return { drop, tick, said, say, focus, nameOf, words };
}
