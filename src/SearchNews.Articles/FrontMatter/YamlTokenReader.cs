using SearchNews.Articles.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SearchNews.Articles.FrontMatter;

/// <summary>
/// The reference reader: YamlDotNet's event parser, which keeps its nesting on the heap. Its builders of objects and documents,
/// which recurse, are not used. The text must have passed <see cref="FrontMatterGuard"/>.
/// </summary>
internal sealed class YamlTokenReader : FrontMatterTokenReader
{
    private readonly string _text;
    private readonly Parser _parser;

    /// <summary>Offsets at which the open maps and lists begin; -1 for those without brackets.</summary>
    private readonly Stack<int> _brackets = new();

    private string _scalar = "";
    private bool _documentSeen;

    public YamlTokenReader(string text)
    {
        _text = text;
        _parser = new Parser(new Scanner(new StringReader(text), skipComments: true));
    }

    public override string Text => _scalar;

    public override bool Read()
    {
        _scalar = "";
        IsPlain = false;
        while (MoveNext())
        {
            ParsingEvent current = _parser.Current!;
            Offset = (int)Math.Min(current.Start.Index, _text.Length);
            switch (current)
            {
                case Scalar scalar:
                    RefuseProperties(scalar);
                    _scalar = scalar.Value;
                    IsPlain = scalar.Style == ScalarStyle.Plain;
                    Token = FrontMatterToken.Scalar;
                    return true;
                case MappingStart map:
                    RefuseProperties(map);
                    _brackets.Push(map.Style == MappingStyle.Flow ? Offset : -1);
                    Token = FrontMatterToken.MapStart;
                    return true;
                case SequenceStart list:
                    RefuseProperties(list);
                    _brackets.Push(list.Style == SequenceStyle.Flow ? Offset : -1);
                    Token = FrontMatterToken.ListStart;
                    return true;
                case MappingEnd:
                    _brackets.Pop();
                    Token = FrontMatterToken.MapEnd;
                    return true;
                case SequenceEnd:
                    _brackets.Pop();
                    Token = FrontMatterToken.ListEnd;
                    return true;
                case AnchorAlias:
                    throw new FrontMatterException(DiagnosticCode.YamlAlias, Offset,
                        "an alias (*) is not allowed here; put text that begins with * in quotes");
                case DocumentStart when _documentSeen:
                    throw new FrontMatterException(DiagnosticCode.YamlSecondDocument, Offset,
                        "a second document begins inside the front matter; keep one list of keys and close it with ---");
                case DocumentStart:
                    _documentSeen = true;
                    break;
            }
        }

        Token = FrontMatterToken.None;
        return false;
    }

    private static void RefuseProperties(NodeEvent node)
    {
        int offset = (int)node.Start.Index;
        if (!node.Anchor.IsEmpty)
        {
            throw new FrontMatterException(DiagnosticCode.YamlAnchor, offset,
                "an anchor (&) is not allowed here; put text that begins with & in quotes");
        }

        if (!node.Tag.IsEmpty)
        {
            throw new FrontMatterException(DiagnosticCode.YamlTag, offset,
                "a tag (!) is not allowed here; put text that begins with ! in quotes");
        }
    }

    private bool MoveNext()
    {
        try
        {
            return _parser.MoveNext();
        }
        catch (YamlException e)
        {
            (int offset, string message) = YamlMessages.Explain(e, _text, Offset);
            throw new FrontMatterException(DiagnosticCode.YamlSyntax, offset, message, e);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // YamlDotNet 16.3 also answers some broken texts with these, above all a bracket that is never closed.
            bool inBrackets = _brackets.TryPeek(out int open) && open >= 0;
            throw new FrontMatterException(
                DiagnosticCode.YamlSyntax, inBrackets ? open : Offset, inBrackets ? YamlMessages.NeverClosed : YamlMessages.Generic, e);
        }
    }
}
