using System.Collections.Immutable;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search.Phrases;

namespace SearchNews.Lucene.Search;

/// <summary>Finds the documents in which terms stand at given distances from each other, or, with slop, near them.</summary>
/// <remarks>
/// Slop is the number of positions by which the terms may be moved in all; two terms change places at slop 2. A match at distance d counts
/// 1 / (1 + d) occurrences. Terms that the phrase repeats match different places of the document.
/// </remarks>
public sealed partial class PhraseQuery : Query
{
    /// <summary>A phrase of words that follow each other.</summary>
    public PhraseQuery(string field, params IEnumerable<string> words)
        : this([.. words.Select(word => new Term(field, word))], positions: default, slop: 0)
    {
    }

    private PhraseQuery(ImmutableArray<Term> terms, ImmutableArray<int> positions, int slop)
    {
        Terms = terms;
        Positions = positions.IsDefault ? [.. Enumerable.Range(0, terms.Length)] : positions;
        Slop = slop;
    }

    /// <summary>The terms, all of one field.</summary>
    public ImmutableArray<Term> Terms { get; }

    /// <summary>The position of each term in the phrase; ascending.</summary>
    public ImmutableArray<int> Positions { get; }

    /// <summary>How many positions the terms may be off in all.</summary>
    public int Slop { get; }

    /// <summary>The same phrase with another slop.</summary>
    public PhraseQuery WithSlop(int slop)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(slop);
        return new PhraseQuery(Terms, Positions, slop);
    }

    /// <inheritdoc/>
    public override Query Rewrite(IndexReader reader)
    {
        if (Terms.IsEmpty) return new MatchNoDocsQuery("empty PhraseQuery");
        if (Terms.Length == 1) return new TermQuery(Terms[0]);
        return Positions[0] == 0 ? this : From(Positions[0]);
    }

    /// <inheritdoc/>
    public override Weight CreateWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) => SearchMemory.Take<PhraseWeight>().Set(this, searcher, scoreMode, boost);

    /// <inheritdoc/>
    public override string ToString(string defaultField)
    {
        string field = Terms.IsEmpty ? "" : ClassicNotation.Field(Terms[0].Field, defaultField);
        var places = new string[Terms.IsEmpty ? 0 : Positions[^1] + 1];
        for (int i = 0; i < Terms.Length; i++)
        {
            ref string place = ref places[Positions[i]];
            place = place is null ? Terms[i].Text : $"{place}|{Terms[i].Text}";
        }

        string slop = Slop == 0 ? "" : $"~{Slop}";
        return $"{field}\"{string.Join(' ', places.Select(place => place ?? "?"))}\"{slop}";
    }

    /// <inheritdoc/>
    public override bool Equals(Query? other) =>
        other is PhraseQuery query && Slop == query.Slop && Terms.AsSpan().SequenceEqual(query.Terms.AsSpan()) && Positions.AsSpan().SequenceEqual(query.Positions.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(typeof(PhraseQuery));
        hash.Add(Slop);
        foreach (Term term in Terms) hash.Add(term);
        foreach (int position in Positions) hash.Add(position);
        return hash.ToHashCode();
    }

    // Apart from the caller, which makes no closure then when there is nothing to do.
    private PhraseQuery From(int first) => new(Terms, [.. Positions.Select(position => position - first)], Slop);
}
