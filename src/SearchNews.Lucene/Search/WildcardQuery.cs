using System.Text;
using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Search;

/// <summary>
/// Finds the documents that hold a term of a pattern: <c>*</c> stands for any characters or none, <c>?</c> for one character (a code point),
/// and a backslash before a character for that character. Cost: all terms that begin like the pattern before its first wildcard.
/// </summary>
public sealed class WildcardQuery : MultiTermQuery
{
    private readonly byte[] _prefix;
    private readonly Rune[] _runes;

    // One for each rune: what it stands for.
    private readonly Kind[] _kinds;

    /// <summary>Searches a pattern.</summary>
    public WildcardQuery(string field, string pattern)
        : base(field)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        Pattern = pattern;
        var runes = new List<Rune>();
        var kinds = new List<Kind>();
        bool isEscaped = false;
        foreach (Rune rune in pattern.EnumerateRunes())
        {
            if (!isEscaped && rune.Value == '\\')
            {
                isEscaped = true;
                continue;
            }

            kinds.Add(isEscaped ? Kind.Literal : rune.Value switch { '*' => Kind.Any, '?' => Kind.One, _ => Kind.Literal });
            runes.Add(rune);
            isEscaped = false;
        }

        if (isEscaped)
        {
            // A backslash at the very end stands for itself.
            runes.Add(new Rune('\\'));
            kinds.Add(Kind.Literal);
        }

        _runes = [.. runes];
        _kinds = [.. kinds];
        int literals = _kinds.AsSpan().IndexOfAnyExcept(Kind.Literal);
        _prefix = Encoding.UTF8.GetBytes(string.Concat(_runes.Take(literals < 0 ? _runes.Length : literals)));
    }

    private enum Kind : byte
    {
        Literal,
        One,
        Any,
    }

    /// <summary>The pattern.</summary>
    public string Pattern { get; }

    /// <inheritdoc/>
    protected internal override ReadOnlySpan<byte> FirstTerm => _prefix;

    /// <inheritdoc/>
    protected internal override TermMatch Match(ReadOnlySpan<byte> term)
    {
        if (!term.StartsWith(_prefix)) return TermMatch.End;
        return IsMatch(term) ? TermMatch.Yes : TermMatch.No;
    }

    /// <inheritdoc/>
    public override string ToString(string defaultField) => ClassicNotation.Field(Field, defaultField) + Pattern;

    /// <inheritdoc/>
    public override bool Equals(Query? other) =>
        other is WildcardQuery query && string.Equals(Field, query.Field, StringComparison.Ordinal) && string.Equals(Pattern, query.Pattern, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(typeof(WildcardQuery), Field, Pattern);

    // Greedy with one point of return, the last star: it takes one character more whenever what follows it fails. Time is at most the
    // product of both lengths.
    private bool IsMatch(ReadOnlySpan<byte> term)
    {
        int pattern = 0;
        int at = 0;
        int star = -1;
        int afterStar = 0;
        while (at < term.Length)
        {
            Rune.DecodeFromUtf8(term[at..], out Rune rune, out int length);
            if (pattern < _kinds.Length && _kinds[pattern] == Kind.Any)
            {
                star = pattern++;
                afterStar = at;
            }
            else if (pattern < _kinds.Length && (_kinds[pattern] == Kind.One || _runes[pattern] == rune))
            {
                pattern++;
                at += length;
            }
            else if (star >= 0)
            {
                pattern = star + 1;
                Rune.DecodeFromUtf8(term[afterStar..], out _, out length);
                at = afterStar += length;
            }
            else
            {
                return false;
            }
        }

        while (pattern < _kinds.Length && _kinds[pattern] == Kind.Any) pattern++;
        return pattern == _kinds.Length;
    }
}
