import { PLAYGROUND_PATH } from './page.js';

/**
 * The page's script, in the browser's own JavaScript: fetches the examples, and opens GraphiQL with a tab for each. What is typed is kept
 * in memory only, so a page that is opened anew shows the examples again, and no token stays behind in the browser.
 */
export const PAGE_SCRIPT = `'use strict';
const memory = new Map();
const storage = {
  get length() { return memory.size; },
  getItem: (key) => memory.get(key) ?? null,
  setItem: (key, value) => { memory.set(key, value); },
  removeItem: (key) => { memory.delete(key); },
  clear: () => { memory.clear(); },
};
const ask = async (request, { headers } = {}) => {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
    body: JSON.stringify(request),
  });
  return response.json();
};
const text = (value) => (Object.keys(value).length === 0 ? '' : JSON.stringify(value, null, 2));
const tabOf = ({ title, query, variables, headers }) => ({
  query: '# ' + title + '\\n' + query,
  variables: text(variables),
  headers: text(headers),
});
const open = async () => {
  const tabs = (await (await fetch('${PLAYGROUND_PATH}/examples.json')).json()).map(tabOf);
  ReactDOM.createRoot(document.getElementById('playground')).render(
    React.createElement(GraphiQL, {
      fetcher: ask,
      storage,
      defaultTabs: tabs,
      ...tabs[0],
      shouldPersistHeaders: true,
      showPersistHeadersSettings: false,
      defaultEditorToolsVisibility: 'variables',
    }),
  );
};
open().catch((error) => { document.getElementById('playground').textContent = 'The playground cannot start: ' + error.message; });
`;
