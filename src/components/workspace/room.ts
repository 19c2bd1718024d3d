import { useEffect, useState } from 'preact/hooks';
import type { Pane } from './workspace-state.ts';

/** How many panes stand beside each other: one at a time, the text with one of the others, or all. */
export type Room = 'one' | 'two' | 'all';

/** The widths of `panes-by-room.css`, the narrowest room first. */
const rooms = [
  { room: 'one', query: '(width < 900px)' },
  { room: 'two', query: '(width < 1240px)' },
] as const;

/** Answers which pane a tab stands for now: where the text is always in sight, to go to it leaves the other pane there. */
export function shownPane(pane: Pane, room: Room): Pane {
  return room === 'two' && pane === 'pod' ? 'verdict' : pane;
}

/** Answers whether a pane has a tab. */
export function hasTab(pane: Pane, room: Room): boolean {
  return room === 'one' || (room === 'two' && pane !== 'pod');
}

/** Answers how much room the window has. The server does not know, and a lesson has its panes below each other. */
export function useRoom({ embedded }: { readonly embedded: boolean }): Room {
  const [room, setRoom] = useState<Room>('all');
  useEffect(() => {
    if (embedded) return undefined;
    const lists = rooms.map(({ query }) => matchMedia(query));
    const look = (): void => setRoom(rooms[lists.findIndex(({ matches }) => matches)]?.room ?? 'all');
    look();
    for (const list of lists) list.addEventListener('change', look);
    return () => lists.forEach((list) => list.removeEventListener('change', look));
  }, [embedded]);
  return room;
}
