/** Marks at the true edge of the picture: a TV on which they cannot be seen crops it. */
export function Edges({ look }: { readonly look: 'paper' | 'ink' }) {
  return (
    <>
      {['top start', 'top end', 'bottom start', 'bottom end'].map((corner) => (
        <div class={`edge ${look} ${corner}`} />
      ))}
    </>
  );
}
