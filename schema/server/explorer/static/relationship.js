export function relationshipView(root) { root.textContent = 'x'; return { update() {} } }
