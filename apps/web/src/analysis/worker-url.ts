/** Script addresses under the page's Trusted Types policy: only addresses of our own site become scripts. */

interface TrustedTypesFactory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

/** Makes an address one that the browser accepts for a script. The policy `strideboard` exists once per page: call this once. */
export function createScriptAddress(): (url: string) => string {
  const factory = (globalThis as { trustedTypes?: TrustedTypesFactory }).trustedTypes; // not in every browser, nor in the DOM types
  const policy = factory?.createPolicy('strideboard', {
    createScriptURL: (url) => {
      if (new URL(url, location.href).origin !== location.origin)
        throw new Error(`worker-url: ${url} is not of this site`);
      return url;
    },
  });
  return (url) => policy?.createScriptURL(url) ?? url;
}
