using SearchNews.Lucene.Search;
using SearchNews.Search.Indexing;

namespace SearchNews.Search.Ranking;

/// <summary>A <see cref="WeightedPair"/> in one segment. Documents are asked for in ascending order. Belongs to one thread.</summary>
internal sealed class BoundPair
{
    private readonly WeightedPair _pair;
    private readonly FieldPair? _title;
    private readonly FieldPair? _excerpt;

    /// <summary>Looks both terms up.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="first">Places of the first term in a field.</param>
    /// <param name="second">Places of the second term in a field.</param>
    public BoundPair(WeightedPair pair, Func<string, TermPlaces?> first, Func<string, TermPlaces?> second)
    {
        _pair = pair;
        _title = pair.InTitle > 0 ? FieldPair.Of(first(ArticleFields.Title), second(ArticleFields.Title), pair.Pair.Distance) : null;
        _excerpt = pair.InExcerpt > 0 ? FieldPair.Of(first(ArticleFields.Excerpt), second(ArticleFields.Excerpt), pair.Pair.Distance) : null;
    }

    /// <summary>Both words as typed.</summary>
    public string Words => _pair.Pair.Words;

    /// <summary>The most that this pair adds to a document of the segment.</summary>
    public double Most => Math.Max(_title is null ? 0 : _pair.InTitle, _excerpt is null ? 0 : _pair.InExcerpt);

    /// <summary>A document from the given one on before which the pair adds nothing.</summary>
    public int Next(int doc) => Math.Min(_title?.Next(doc) ?? DocIdSetIterator.NoMoreDocs, _excerpt?.Next(doc) ?? DocIdSetIterator.NoMoreDocs);

    /// <summary>The most that the pair can add to a document, by the terms that its fields have; no positions are read.</summary>
    public double MostIn(int doc) =>
        Math.Max(_title is not null && _title.HasBoth(doc) ? _pair.InTitle : 0, _excerpt is not null && _excerpt.HasBoth(doc) ? _pair.InExcerpt : 0);

    /// <summary>What the pair adds to a document; the title goes before the excerpt.</summary>
    public double Value(int doc, out bool inTitle)
    {
        inTitle = _title is not null && _title.StandsIn(doc);
        if (inTitle) return _pair.InTitle;
        return _excerpt is not null && _excerpt.StandsIn(doc) ? _pair.InExcerpt : 0;
    }
}
