using SearchNews.Articles.Diagnostics;

namespace SearchNews.Articles.FrontMatter;

/// <summary>
/// Walks the tokens of one front matter and holds them to the limits: depth, keys of a map, no key twice, no merge key, keys
/// that are text. It checks all of the text, what is skipped too. Used by one thread.
/// </summary>
/// <remarks>
/// The contract of every method that reads a value: on entry the current token is the first of the value, on return it is
/// the last of it.
/// </remarks>
internal sealed class FrontMatterCursor(FrontMatterTokenReader reader, ArticleLimits limits, List<FrontMatterLevel>? levels = null)
{
    // Those of the article before, when the caller keeps them.
    private readonly List<FrontMatterLevel> _levels = levels ?? [];
    private int _depth;

    /// <inheritdoc cref="FrontMatterTokenReader.Token"/>
    public FrontMatterToken Token => reader.Token;

    /// <inheritdoc cref="FrontMatterTokenReader.Offset"/>
    public int Offset => reader.Offset;

    /// <inheritdoc cref="FrontMatterTokenReader.Text"/>
    public string Text => reader.Text;

    /// <inheritdoc cref="FrontMatterTokenReader.IsPlain"/>
    public bool IsPlain => reader.IsPlain;

    /// <summary>True for a scalar that stands for "nothing": empty, `~` or `null` without quotes.</summary>
    public bool IsNull => Token == FrontMatterToken.Scalar && IsPlain && Text is "" or "~" or "null" or "Null" or "NULL";

    /// <summary>Moves to the next token; false at the end.</summary>
    /// <exception cref="FrontMatterException">The text is not YAML or breaks a limit.</exception>
    public bool Read()
    {
        if (!reader.Read())
            return false;
        switch (reader.Token)
        {
            case FrontMatterToken.MapStart:
                NoteValueOrKey();
                Open(isMap: true);
                break;
            case FrontMatterToken.ListStart:
                NoteValueOrKey();
                Open(isMap: false);
                break;
            case FrontMatterToken.Scalar:
                NoteValueOrKey();
                break;
            default:
                Close();
                break;
        }

        return true;
    }

    /// <summary>Within a map: reads the next key and stands on the first token of its value; false at the end of the map.</summary>
    public bool ReadKey(out string key)
    {
        ReadInside();
        if (Token == FrontMatterToken.MapEnd)
        {
            key = "";
            return false;
        }

        key = Text;
        ReadInside();
        return true;
    }

    /// <summary>Within a list: stands on the first token of the next item; false at the end of the list.</summary>
    public bool ReadItem()
    {
        ReadInside();
        return Token != FrontMatterToken.ListEnd;
    }

    /// <summary>Passes over the value whose first token is the current one.</summary>
    public void Skip()
    {
        if (Token == FrontMatterToken.Scalar)
            return;
        int outer = _depth - 1;
        while (_depth > outer)
            ReadInside();
    }

    /// <summary>Moves on within an open map or list, which must not end with the text.</summary>
    private void ReadInside()
    {
        if (!Read())
            throw new FrontMatterException(DiagnosticCode.YamlSyntax, Offset, YamlMessages.Generic);
    }

    private void Open(bool isMap)
    {
        if (_depth == limits.Depth)
        {
            throw new FrontMatterException(DiagnosticCode.YamlTooDeep, Offset,
                $"lists and maps are nested more than {limits.Depth} deep");
        }

        if (_levels.Count == _depth)
            _levels.Add(new FrontMatterLevel());
        _levels[_depth++].Begin(isMap);
    }

    /// <summary>Takes the end of the innermost map or list.</summary>
    private void Close()
    {
        // YamlDotNet 16.3 gives a key without a value for a line that is only a colon: `a:\n - b\n:`.
        if (_depth == 0 || _levels[_depth - 1].ExpectsValue)
            throw new FrontMatterException(DiagnosticCode.YamlSyntax, Offset, YamlMessages.Generic);
        _depth--;
    }

    /// <summary>Takes the token that begins now as the next key or value of the innermost map.</summary>
    private void NoteValueOrKey()
    {
        if (_depth == 0)
            return;
        FrontMatterLevel level = _levels[_depth - 1];
        if (level.ExpectsKey)
            NoteKey(level);
        level.Alternate();
    }

    private void NoteKey(FrontMatterLevel level)
    {
        if (reader.Token != FrontMatterToken.Scalar)
        {
            throw new FrontMatterException(DiagnosticCode.YamlComplexKey, Offset,
                "a list or map stands where a key is expected; put text that begins with [ or { in double quotes");
        }

        if (reader.IsPlain && reader.Text == "<<")
        {
            throw new FrontMatterException(DiagnosticCode.YamlMergeKey, Offset,
                "a merge key (<<) is not allowed here; write the keys out");
        }

        if (!level.AddKey(reader.Text))
        {
            // Keys further in are not quoted: they may be part of a `secured` that is a map.
            string name = _depth == 1 ? "the key " + DiagnosticText.Quote(reader.Text) : "this key";
            throw new FrontMatterException(DiagnosticCode.YamlDuplicateKey, Offset, name + " is written twice; keep one of them");
        }

        if (level.KeyCount > limits.Keys)
        {
            throw new FrontMatterException(DiagnosticCode.YamlTooManyKeys, Offset,
                $"there are more than {limits.Keys} keys in one map");
        }
    }
}
