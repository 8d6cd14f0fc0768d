/** Worker addresses under the page's Trusted Types policy: only addresses of our own build become scripts. */

interface TrustedTypesFactory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

/** Starts a module worker of our own build. The policy `strideboard` is created once per page by the caller of `createWorkerStarter`. */
export function createWorkerStarter(): (url: string) => Worker {
  const factory = (globalThis as { trustedTypes?: TrustedTypesFactory }).trustedTypes; // not in every browser, nor in the DOM types
  const policy = factory?.createPolicy('strideboard', {
    createScriptURL: (url) => {
      if (new URL(url, location.href).origin !== location.origin)
        throw new Error(`worker-url: ${url} is not of this site`);
      return url;
    },
  });
  return (url) => new Worker(policy?.createScriptURL(url) ?? url, { type: 'module' });
}
