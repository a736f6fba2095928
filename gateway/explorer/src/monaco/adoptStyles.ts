/**
 * The policy forbids style elements, and the editor makes some while it runs. Whoever asks for one with `createElement` gets
 * an element that only holds the text; the text goes into an adopted style sheet, which the policy leaves to scripts. A
 * style element that comes in as markup stays forbidden. Has to be imported before anything of the editor.
 */

const create = document.createElement.bind(document);

/** An element that a style sheet follows for as long as it is in a document or a shadow tree. */
function createHolder(): HTMLElement {
  // Not shown anywhere, and harmless wherever it is put.
  const holder = create('template');
  const sheet = new CSSStyleSheet();
  let adopter: DocumentOrShadowRoot | null = null;
  const carry = () => {
    const root = holder.isConnected ? (holder.getRootNode() as Document | ShadowRoot) : null;
    if (root !== null) sheet.replaceSync(holder.textContent ?? '');
    if (root === adopter) return;
    if (adopter !== null) adopter.adoptedStyleSheets = adopter.adoptedStyleSheets.filter((one) => one !== sheet);
    if (root !== null) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    adopter = root;
  };
  new MutationObserver(carry).observe(holder, { childList: true, characterData: true, subtree: true });
  // The editor adds rules one by one, too.
  Object.defineProperty(holder, 'sheet', { get: () => sheet });
  queueMicrotask(carry);
  return holder;
}

document.createElement = ((name: string, options?: ElementCreationOptions) =>
  name.toLowerCase() === 'style' ? createHolder() : create(name, options)) as typeof document.createElement;
