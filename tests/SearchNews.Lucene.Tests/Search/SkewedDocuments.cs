using System.Numerics;
using SearchNews.Lucene.Documents;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Lucene.Search.Features;

namespace SearchNews.Lucene.Tests.Search;

/// <summary>
/// Documents with words from nearly everywhere (w0) to nearly nowhere in a body and mostly a title, whose norms are sparse therefore, and with features that most have (quality) or fewer (heat).
/// </summary>
internal static class SkewedDocuments
{
    /// <summary>Draws a document.</summary>
    /// <param name="random">The source.</param>
    /// <param name="id">Its id, which others may have too.</param>
    /// <param name="rarest">The number of the rarest word, at most 30.</param>
    /// <param name="heatOneIn">One of so many documents has heat.</param>
    public static Document Next(Random random, string id, int rarest, int heatOneIn)
    {
        var document = new Document { new StringField("id", id), new TextField("body", Text(random, 12, rarest)) };
        if (random.Next(4) > 0) document.Add(new TextField("title", Text(random, 5, rarest)));
        if (random.Next(5) > 0) document.Add(new FeatureField("features", "quality", random.Next(1, 190)));
        if (random.Next(heatOneIn) == 0) document.Add(new FeatureField("features", "heat", random.Next(1, 900)));
        return document;
    }

    /// <summary>A query of text whose hits rank higher by their features.</summary>
    public static BooleanQuery Ranked(Query text) => new BooleanQuery.Builder()
        .Add(text, Occur.Must)
        .Add(FeatureQuery.Saturation("features", "quality", 1f, 60f), Occur.Should)
        .Add(FeatureQuery.Saturation("features", "heat", 1f, 80f), Occur.Should)
        .Build();

    // Word k is drawn with weight 1 / 2^k, so that the first is in nearly all documents and the last in few.
    private static string Text(Random random, int length, int rarest) =>
        string.Join(' ', Enumerable.Range(0, random.Next(1, length)).Select(_ => $"w{BitOperations.TrailingZeroCount(random.Next() | (1 << rarest))}"));
}
