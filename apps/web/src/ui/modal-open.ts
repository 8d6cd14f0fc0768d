/** Whether a modal dialog is open: the page behind it must not answer keys, even where the focus has fallen back to the page. */
export const isModalOpen = (): boolean => document.querySelector('dialog[open]') !== null;
