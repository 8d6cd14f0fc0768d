/** What the page has from its browser, made once at the door and handed down: address, memory of the person, API, worker starter. */
import { type Api, createApi, createPersonMemory, type PersonMemory } from '@strideboard/connection';
import { createContext, useContext } from 'react';
import { pageLanguage } from './language.ts';
import { createScriptAddress } from '../analysis/worker-url.ts';

/** Everything outside the product that components may reach. */
export interface Environment {
  /** Origin of the server. */
  readonly base: string;
  readonly api: Api;
  readonly memory: PersonMemory;
  /** Starts a module worker of our own build; its name is the language of the page. */
  readonly startWorker: (url: string) => Worker;
  /** The address of a script of this site in the form that the page's policy accepts. */
  readonly scriptAddress: (url: string) => string;
}

/** Reads the browser once. Storage that refuses degrades to memory for this page. */
export function createEnvironment(): Environment {
  const base = location.origin;
  let storage: Storage | null = null;
  try {
    storage = localStorage;
  } catch {
    // Some private modes throw on the mere access; the memory then lasts as long as the page.
  }
  const scriptAddress = createScriptAddress();
  return {
    base,
    api: createApi({ base }),
    memory: createPersonMemory(storage),
    startWorker: (url) => new Worker(scriptAddress(url), { type: 'module', name: pageLanguage() }),
    scriptAddress,
  };
}

/** Provides the environment. */
export const EnvironmentContext = createContext<Environment | null>(null);

/** The environment. Throws outside the app. */
export function useEnvironment(): Environment {
  const environment = useContext(EnvironmentContext);
  if (environment === null) throw new Error('useEnvironment: not inside the app');
  return environment;
}
