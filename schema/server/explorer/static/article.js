export function articleView(root) { root.textContent = 'x'; return { update() {} } }
