/** The body of a comment, from the form that joins a conversation. */
export const commentBody = (form: Readonly<Record<string, string>>): object => ({
  text: form['comment'],
  ...(form['parentId'] ? { parentId: form['parentId'] } : {}),
  ...(form['stance'] ? { stance: form['stance'] } : {}),
});
