using System.Collections.Frozen;

namespace SearchNews.Lucene.Analysis;

/// <summary>Removes tokens of a set; each leaves a hole in the positions of what follows.</summary>
public sealed class StopFilter : TokenFilter
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _stopWords;
    private int _removed;

    /// <summary>Puts the filter behind <paramref name="input"/>.</summary>
    /// <param name="input">The stream to filter.</param>
    /// <param name="stopWords">Terms to remove, compared ordinally; the set's comparer must be the ordinal one.</param>
    public StopFilter(TokenStream input, FrozenSet<string> stopWords)
        : base(input) => _stopWords = stopWords.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <inheritdoc/>
    public override int FinalPositionIncrement => Input.FinalPositionIncrement + _removed;

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _removed = 0;
    }

    /// <inheritdoc/>
    public override bool IncrementToken()
    {
        _removed = 0;
        while (Input.IncrementToken())
        {
            if (!_stopWords.Contains(Token.Term))
            {
                Token.PositionIncrement += _removed;
                return true;
            }

            _removed += Token.PositionIncrement;
        }

        return false;
    }
}
