// Light or dark, and contrast, as the reader chose, set before the first paint: a blocking file, because the policy
// allows no inline script. Without a choice, and where nothing can be stored, the page follows the system.
(() => {
  const root = document.documentElement;
  const choices = { theme: ['light', 'dark'], contrast: ['more', 'normal'] };

  const read = (name) => {
    try {
      return localStorage.getItem(`bulkhead:${name}`);
    } catch {
      return null;
    }
  };

  const keep = (name, value) => {
    try {
      if (value === null) localStorage.removeItem(`bulkhead:${name}`);
      else localStorage.setItem(`bulkhead:${name}`, value);
    } catch {
      // A full or blocked storage: the choice holds for this page.
    }
  };

  const show = (name, value) => {
    if (choices[name].includes(value)) root.dataset[name] = value;
    else delete root.dataset[name];
    for (const input of document.querySelectorAll(`input[name="look-${name}"]`))
      input.checked = input.value === (value ?? '');
  };

  const showAll = () => Object.keys(choices).forEach((name) => show(name, read(name)));

  root.dataset.js = '';
  showAll();
  addEventListener('storage', showAll);
  addEventListener('pageshow', showAll);
  addEventListener('DOMContentLoaded', showAll);
  addEventListener('change', ({ target }) => {
    const name = /^look-(theme|contrast)$/.exec(target.name ?? '')?.[1];
    if (name === undefined) return;
    keep(name, target.value || null);
    show(name, target.value || null);
  });
})();
