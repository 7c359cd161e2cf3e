using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Search;

/// <summary>Finds the documents that hold a term between two others, in unsigned byte order.</summary>
public sealed class TermRangeQuery : MultiTermQuery
{
    private readonly Term? _lower;
    private readonly Term? _upper;

    /// <summary>Searches a range.</summary>
    /// <param name="field">The field.</param>
    /// <param name="lower">Where the range begins; null for the first term.</param>
    /// <param name="upper">Where the range ends; null for the last term.</param>
    /// <param name="includesLower">True when <paramref name="lower"/> itself is in it.</param>
    /// <param name="includesUpper">True when <paramref name="upper"/> itself is in it.</param>
    public TermRangeQuery(string field, string? lower, string? upper, bool includesLower, bool includesUpper)
        : base(field)
    {
        _lower = lower is null ? null : new Term(field, lower);
        _upper = upper is null ? null : new Term(field, upper);
        IncludesLower = includesLower;
        IncludesUpper = includesUpper;
    }

    /// <summary>Where the range begins; null for the first term.</summary>
    public string? Lower => _lower?.Text;

    /// <summary>Where the range ends; null for the last term.</summary>
    public string? Upper => _upper?.Text;

    /// <summary>True when <see cref="Lower"/> itself is in the range; means nothing when there is none.</summary>
    public bool IncludesLower { get; }

    /// <summary>True when <see cref="Upper"/> itself is in the range; means nothing when there is none.</summary>
    public bool IncludesUpper { get; }

    /// <inheritdoc/>
    protected internal override ReadOnlySpan<byte> FirstTerm => _lower is null ? default : _lower.Bytes;

    /// <inheritdoc/>
    protected internal override TermMatch Match(ReadOnlySpan<byte> term)
    {
        if (_lower is not null && !IncludesLower && term.SequenceEqual(_lower.Bytes)) return TermMatch.No;
        if (_upper is null) return TermMatch.Yes;
        int order = term.SequenceCompareTo(_upper.Bytes);
        return order < 0 || (order == 0 && IncludesUpper) ? TermMatch.Yes : TermMatch.End;
    }

    /// <inheritdoc/>
    public override string ToString(string defaultField) =>
        $"{ClassicNotation.Field(Field, defaultField)}{(IncludesLower ? '[' : '{')}{Bound(_lower)} TO {Bound(_upper)}{(IncludesUpper ? ']' : '}')}";

    /// <inheritdoc/>
    public override bool Equals(Query? other) =>
        other is TermRangeQuery query && string.Equals(Field, query.Field, StringComparison.Ordinal) && Equals(_lower, query._lower) && Equals(_upper, query._upper)
        && IncludesLower == query.IncludesLower && IncludesUpper == query.IncludesUpper;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(typeof(TermRangeQuery), Field, _lower, _upper, IncludesLower, IncludesUpper);

    private static string Bound(Term? term) => term is null ? "*" : string.Equals(term.Text, "*", StringComparison.Ordinal) ? "\\*" : term.Text;
}
