using System.Text;
using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Search;

/// <summary>Finds the documents that hold a term with a given beginning.</summary>
public sealed class PrefixQuery : MultiTermQuery
{
    private readonly Term _prefix;

    /// <summary>Searches a beginning; the empty one matches every term.</summary>
    public PrefixQuery(string field, string prefix)
        : base(field) => _prefix = new Term(field, Encoding.UTF8.GetBytes(prefix));

    /// <summary>The beginning.</summary>
    public string Prefix => _prefix.Text;

    /// <inheritdoc/>
    protected internal override ReadOnlySpan<byte> FirstTerm => _prefix.Bytes;

    /// <inheritdoc/>
    protected internal override TermMatch Match(ReadOnlySpan<byte> term) => term.StartsWith(_prefix.Bytes) ? TermMatch.Yes : TermMatch.End;

    /// <inheritdoc/>
    public override string ToString(string defaultField) => $"{ClassicNotation.Field(Field, defaultField)}{_prefix.Text}*";

    /// <inheritdoc/>
    public override bool Equals(Query? other) => other is PrefixQuery query && _prefix.Equals(query._prefix);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(typeof(PrefixQuery), _prefix);
}
