using SearchNews.Articles.Diagnostics;
using SearchNews.Articles.FrontMatter;
using SearchNews.Articles.Text;

namespace SearchNews.Articles.Binding;

/// <summary>
/// Reads one value at the cursor. Null is a missing value; so is one of the wrong form, after a diagnostic that names it and the
/// legal form. Only two things are errors: text that would be searched and is not text, and a `removed` that cannot be
/// told; see docs/decisions/0002-front-matter-reading.md. Used by one thread.
/// </summary>
internal sealed class ValueReader(FrontMatterCursor cursor, DiagnosticBag diagnostics)
{
    /// <summary>Title or excerpt, as written; anything but text is an error.</summary>
    public string? SearchedText(string name)
    {
        if (cursor.Token == FrontMatterToken.Scalar)
            return cursor.IsNull ? null : cursor.Text;
        diagnostics.Error(DiagnosticCode.NotText, cursor.Offset,
            $"{name} must be text and is {Kind()}; put it in double quotes on one line");
        cursor.Skip();
        return null;
    }

    /// <summary>Text shown to people: cleaned; empty is missing.</summary>
    public string? CleanText(string name) => NullIfEmpty(Scalar(name, "text") is { } text ? ArticleCleaner.Clean(text) : null);

    /// <summary>A name that is compared: trimmed, white space folded; empty is missing.</summary>
    public string? Label(string name) => NullIfEmpty(Scalar(name, "text") is { } text ? WhiteSpace.Fold(text) : null);

    /// <summary>A finite number.</summary>
    public double? Number(string name)
    {
        int offset = cursor.Offset;
        if (Scalar(name, "a number") is not { } text)
            return null;
        if (NumberValue.TryParse(text, out double value))
            return value;
        diagnostics.Warn(DiagnosticCode.NotANumber, offset,
            $"{name} {DiagnosticText.Quote(text)} is not a number and is left out; write digits, such as 52 or 52.5");
        return null;
    }

    /// <summary>A whole number above 0; 0 is missing.</summary>
    public int? Pixels(string name)
    {
        int offset = cursor.Offset;
        if (Number(name) is not { } value || value == 0)
            return null;
        if (value is > 0 and <= int.MaxValue && value == Math.Floor(value))
            return (int)value;
        diagnostics.Warn(DiagnosticCode.NotANumber, offset,
            $"{name} {NumberValue.Format(value)} is not a size in pixels and is left out; write a whole number, such as 640");
        return null;
    }

    /// <summary>A point in time, in UTC.</summary>
    public DateTimeOffset? Date(string name)
    {
        int offset = cursor.Offset;
        if (Scalar(name, "a date") is not { } text)
            return null;
        if (DateValue.TryParse(text, out DateTimeOffset value))
            return value;
        diagnostics.Warn(DiagnosticCode.NotADate, offset,
            $"{name} {DiagnosticText.Quote(text)} is not a date and is left out; write it like 2021-02-17T17:00:59Z or 2021-02-17");
        return null;
    }

    /// <summary>True or false.</summary>
    public bool? Boolean(string name)
    {
        int offset = cursor.Offset;
        if (Scalar(name, "true or false") is not { } text)
            return null;
        if (BooleanValue.TryParse(text, out bool value))
            return value;
        diagnostics.Warn(DiagnosticCode.NotABoolean, offset,
            $"{name} {DiagnosticText.Quote(text)} is neither true nor false and is left out; write true or false");
        return null;
    }

    /// <summary>Whether the article is withdrawn. Missing is false; a value that cannot be told is an error.</summary>
    public bool Removed(string name)
    {
        int offset = cursor.Offset;
        if (cursor.IsNull)
            return false;
        if (cursor.Token == FrontMatterToken.Scalar && BooleanValue.TryParse(cursor.Text, out bool value))
            return value;
        string got = cursor.Token == FrontMatterToken.Scalar ? DiagnosticText.Quote(cursor.Text) : $"({Kind()})";
        diagnostics.Error(DiagnosticCode.RemovedUnclear, offset,
            $"{name} {got} is neither true nor false, so the article is not shown; write true or false");
        cursor.Skip();
        return false;
    }

    /// <summary>An http or https address.</summary>
    public string? Address(string name)
    {
        int offset = cursor.Offset;
        if (Scalar(name, "an address") is not { } text)
            return null;
        string trimmed = text.Trim();
        if (trimmed.Length == 0)
            return null;
        if (AddressValue.IsWebAddress(trimmed))
            return trimmed;
        diagnostics.Warn(DiagnosticCode.NotAnAddress, offset,
            $"{name} {DiagnosticText.Quote(text)} is not a web address and is left out; it must begin with https:// or http://");
        return null;
    }

    /// <summary>True when the value is a map, to be read key by key; otherwise it is passed over.</summary>
    public bool EntersMap(string name) => Enters(FrontMatterToken.MapStart, name, "`key: value` lines");

    /// <summary>True when the value is a list, to be read item by item; otherwise it is passed over.</summary>
    public bool EntersList(string name) => Enters(FrontMatterToken.ListStart, name, "a list of `- ` lines");

    private bool Enters(FrontMatterToken start, string name, string wanted)
    {
        if (cursor.Token == start)
            return true;
        if (!cursor.IsNull)
            WarnKind(name, wanted);
        cursor.Skip();
        return false;
    }

    private string? Scalar(string name, string wanted)
    {
        if (cursor.Token == FrontMatterToken.Scalar)
            return cursor.IsNull ? null : cursor.Text;
        WarnKind(name, wanted);
        cursor.Skip();
        return null;
    }

    private void WarnKind(string name, string wanted) => diagnostics.Warn(DiagnosticCode.WrongKind, cursor.Offset,
        $"{name} must be {wanted} and is {Kind()}; it is left out");

    private string Kind() => cursor.Token switch
    {
        FrontMatterToken.MapStart => "a map",
        FrontMatterToken.ListStart => "a list",
        _ => "text",
    };

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
