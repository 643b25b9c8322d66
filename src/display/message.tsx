/** A quiet message in the middle of the board: what is, then what to do. */
export function Message({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <div class="message">
      <div>
        <div class="title">{title}</div>
        {text !== '' && <div class="text">{text}</div>}
      </div>
    </div>
  );
}
