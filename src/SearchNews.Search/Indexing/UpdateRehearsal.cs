using SearchNews.Articles;
using SearchNews.Lucene.Store;
using SearchNews.Search.Generations;
using SearchNews.Search.Indexing.Manifests;

namespace SearchNews.Search.Indexing;

/// <summary>
/// Does a small update in memory, on a thread of its own, while the program starts and the folder is being listed. What a process that updates a few articles waits for is code and types
/// that are loaded when first used; a second processor can do that meanwhile. What it makes is dropped.
/// </summary>
internal static class UpdateRehearsal
{
    private const string Source = "rehearsal";
    private static int _begun;

    // Every kind of value that real articles have, so that their code is used too.
    private static ReadOnlySpan<byte> First => """
        ---
        title: "Perseverance rover lands on Mars's Jezero Crater"
        excerpt: "The rover &amp; its helicopter landed in the crater at 20:55 UTC, 7 months after the launch."
        publishedDateTime: 2021-02-18T20:55:00Z
        webUrl: https://news.example/rover
        provider: { name: News, domain: news.example }
        topics: [Space, Mars]
        images:
          - { url: "https://news.example/rover.jpg", width: 640, height: 480 }
        quality: 80
        heat: 120
        ---
        """u8;

    private static ReadOnlySpan<byte> Second => """
        ---
        title: "Mars rover Perseverance has landed in Jezero Crater"
        excerpt: "The rover and its helicopter are in the crater since 20:55 UTC."
        publishedDateTime: 2021-02-18T22:10:00Z
        provider: { name: Daily, domain: daily.example }
        type: Article
        quality: 60
        ---
        """u8;

    /// <summary>Begins, once in a process and not on a single processor. Nobody has to wait for it, and nothing that goes wrong with it is of account.</summary>
    public static void Begin()
    {
        if (Environment.ProcessorCount == 1 || Interlocked.Exchange(ref _begun, 1) == 1) return;
        new Thread(static () =>
        {
            try
            {
                Run();
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                // The update itself says what does not work.
                return;
            }
        })
        { IsBackground = true, Name = "update rehearsal" }.Start();
    }

    /// <summary>Builds an index of two articles and changes one; returns how many articles its last commit has.</summary>
    internal static int Run()
    {
        using var directory = new MemoryDirectory();
        var generation = new Generation(1, Source);
        var store = new GenerationStore(Source, _ => directory);
        var reader = new ArticleReader();
        Article first = reader.Read("first", "first.md", First).Article!;
        Article second = reader.Read("second", "second.md", Second).Article!;
        using (GenerationWriter built = GenerationWriter.Create(store, generation, ArticleSchema.WriterConfig.RamBufferBytes))
        {
            built.Put(first, replaces: false);
            built.Put(second, replaces: false);
            built.CommitChanges(Source, DateTimeOffset.UnixEpoch);
            built.Manifest.Set(new ManifestEntry(first.Id + ".md", First.Length, ManifestEntry.Unsure, ContentHash.Of(first.ContentHash), ArticleOutcome.Indexed, null));
            built.SaveManifest();
        }

        using GenerationWriter changed = GenerationWriter.Open(store, generation);
        changed.Put(second, replaces: true);
        changed.CommitChanges(Source, DateTimeOffset.UnixEpoch);
        changed.SaveManifest();
        return changed.Commit!.Segments.Sum(segment => segment.LiveCount);
    }
}
