/** What became of a write. `blocked`: the browser gives this page no storage. `full`: it has no room left. */
export type SaveResult = 'saved' | 'blocked' | 'full';

/** A place for small texts that never throws, whatever the browser allows. */
export interface Shelf {
  read(key: string): string | null;
  write(key: string, value: string): SaveResult;
}

/** The part of the web's `Storage` that a shelf stands on. */
export type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem'>;

/**
 * Answers a shelf over the browser's storage. The storage comes as a function because the mere look at
 * `window.localStorage` throws where cookies are blocked (HTML, "The localStorage getter").
 */
export function openShelf(storage: () => Storage): Shelf {
  return {
    read(key) {
      try {
        return storage().getItem(key);
      } catch {
        return null;
      }
    },
    write(key, value) {
      try {
        storage().setItem(key, value);
        return 'saved';
      } catch (thrown) {
        return isQuota(thrown) ? 'full' : 'blocked';
      }
    },
  };
}

/** Some browsers give a page that may not save a storage with a quota of nothing: to the learner that is blocked too. */
function isQuota(thrown: unknown): boolean {
  return (
    thrown instanceof Error && (thrown.name === 'QuotaExceededError' || thrown.name === 'NS_ERROR_DOM_QUOTA_REACHED')
  );
}
