using SearchNews.Lucene.Analysis;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Search.Embedded;
using SearchNews.Search.Indexing;
using SearchNews.Search.Stories;

namespace SearchNews.Search.Similar;

/// <summary>
/// Finds the articles that tell what a draft tells: by the same measure as stories are made (<see cref="StoryRule"/>), whenever they were published. Likeness is the
/// cosine of <see cref="StoryVector"/>, with the rarity of words as the index has it now.
/// </summary>
internal sealed class NearDuplicates
{
    private readonly ArticleSnapshot _snapshot;
    private readonly Dictionary<uint, int> _docFreqs = [];

    private NearDuplicates(ArticleSnapshot snapshot) => _snapshot = snapshot;

    /// <summary>The documents among some that are near-duplicates, with their likeness, the most like first.</summary>
    /// <param name="snapshot">Where they are.</param>
    /// <param name="draft">What they may tell too.</param>
    /// <param name="docs">Where to look.</param>
    public static List<KeyValuePair<int, double>> Of(ArticleSnapshot snapshot, SimilarSubject draft, IEnumerable<int> docs)
    {
        var finder = new NearDuplicates(snapshot);
        (int Doc, byte[] Fingerprint)[] others = [.. docs.Select(snapshot.ReadRecord).Zip(docs, (record, doc) => (doc, finder.Fingerprint(record.Title, record.Excerpt)))];
        byte[] own = finder.Fingerprint(draft.Title, draft.Excerpt);
        var table = new StemTable((int)snapshot.DocCount, finder._docFreqs);
        StoryVector vector = new StoryVector().Set(new StoryFingerprint(own), table);
        var other = new StoryVector();
        var found = new List<KeyValuePair<int, double>>();
        foreach ((int doc, byte[] fingerprint) in others)
        {
            double likeness = Math.Min(1, vector.Likeness(other.Set(new StoryFingerprint(fingerprint), table)));
            if (likeness >= StoryRule.MinLikeness || (vector.Title != 0 && vector.Title == other.Title)) found.Add(KeyValuePair.Create(doc, likeness));
        }

        found.Sort((a, b) => a.Value == b.Value ? a.Key.CompareTo(b.Key) : b.Value.CompareTo(a.Value));
        return found;
    }

    private byte[] Fingerprint(string title, string excerpt)
    {
        foreach (AnalyzedToken token in ArticleSchema.News.Analyze(title, excerpt))
        {
            uint stem = StemHash.Of(token.Term);
            if (!_docFreqs.ContainsKey(stem)) _docFreqs[stem] = Math.Max(1, TermStates.Build(_snapshot.Reader, new Term(ArticleFields.Text, token.Term)).DocFreq);
        }

        return StoryFingerprint.Of(title, excerpt);
    }
}
