namespace SearchNews.Articles.Diagnostics;

/// <summary>Collects the diagnostics of one file, at most <see cref="ArticleLimits.Diagnostics"/>. Used by one thread.</summary>
internal sealed class DiagnosticBag(string path, ArticleLimits limits)
{
    private readonly List<ArticleDiagnostic> _items = [];
    private ReadOnlyMemory<char> _text;
    private int _firstLine = 1;
    private int _dropped;

    /// <summary>True once an error was added, kept or not.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Sets the text that offsets refer to.</summary>
    /// <param name="text">The front matter; not to be changed until another text is set.</param>
    /// <param name="firstLine">The line of the file on which it begins.</param>
    public void SetText(ReadOnlyMemory<char> text, int firstLine)
    {
        _text = text;
        _firstLine = firstLine;
    }

    /// <summary>Adds an error at an offset of the text.</summary>
    public void Error(string code, int offset, string message) => AddAt(code, DiagnosticSeverity.Error, offset, message);

    /// <summary>Adds a warning at an offset of the text.</summary>
    public void Warn(string code, int offset, string message) => AddAt(code, DiagnosticSeverity.Warning, offset, message);

    /// <summary>Adds an error at a line and column of the file.</summary>
    public void Error(string code, TextPosition position, string message)
    {
        if (MakeRoom(DiagnosticSeverity.Error))
            Keep(code, DiagnosticSeverity.Error, position, message);
    }

    /// <summary>
    /// All diagnostics in the order of adding when they fit, else the first ones and a last one that counts the rest. The
    /// first error, the reason why the file is skipped, is always among them.
    /// </summary>
    public IReadOnlyList<ArticleDiagnostic> ToList()
    {
        if (_dropped == 0)
            return _items.ToArray();

        // One place is given up for the count: a warning's when there is one, else the last error's.
        List<ArticleDiagnostic> kept = [.. _items];
        int victim = kept.FindLastIndex(d => d.Severity == DiagnosticSeverity.Warning);
        if (victim < 0)
            victim = kept.Count - 1;
        ArticleDiagnostic given = kept[victim];
        kept.RemoveAt(victim);
        kept.Add(new ArticleDiagnostic(
            path, given.Line, given.Column, DiagnosticCode.MoreDiagnostics, DiagnosticSeverity.Warning,
            $"{_dropped + 1} more problems are not listed"));
        return kept;
    }

    private void AddAt(string code, DiagnosticSeverity severity, int offset, string message)
    {
        // Finding the line is linear in the offset: what is dropped must not pay for it.
        if (MakeRoom(severity))
            Keep(code, severity, TextPosition.At(_text.Span, offset, _firstLine), message);
    }

    private void Keep(string code, DiagnosticSeverity severity, TextPosition position, string message) =>
        _items.Add(new ArticleDiagnostic(path, position.Line, position.Column, code, severity, message));

    private bool MakeRoom(DiagnosticSeverity severity)
    {
        bool firstError = severity == DiagnosticSeverity.Error && !HasErrors;
        HasErrors |= firstError;
        if (_items.Count < limits.Diagnostics)
            return true;
        _dropped++;
        if (firstError)
            _items.RemoveAt(_items.Count - 1); // A full bag without an error holds warnings only.
        return firstError;
    }
}
