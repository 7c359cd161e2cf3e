using System.Runtime.CompilerServices;

namespace SearchNews.Lucene.Index.Verification;

/// <summary>Formats the message of an expectation only when it is not met, as there are millions of them.</summary>
[InterpolatedStringHandler]
internal ref struct ExpectationHandler
{
    private DefaultInterpolatedStringHandler _text;

    public ExpectationHandler(int literalLength, int formattedCount, bool isTrue, out bool isWanted)
    {
        isWanted = !isTrue;
        _text = isWanted ? new DefaultInterpolatedStringHandler(literalLength, formattedCount) : default;
    }

    public void AppendLiteral(string value) => _text.AppendLiteral(value);

    public void AppendFormatted<T>(T value) => _text.AppendFormatted(value);

    public string ToStringAndClear() => _text.ToStringAndClear();
}
