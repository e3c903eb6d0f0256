export function graphView(root) { root.textContent = 'x'; return { update() {} } }
