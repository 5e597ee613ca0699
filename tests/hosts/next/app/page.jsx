/**
 * The home page. Must not know the posts.
 */
export default function Home() {
  return (
    <>
      <h1>The Shop Floor</h1>
      <p>Posts about shops.</p>
    </>
  );
}
