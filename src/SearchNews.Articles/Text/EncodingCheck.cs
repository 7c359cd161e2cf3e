using System.Buffers;
using System.Text;
using System.Text.Unicode;
using SearchNews.Articles.Diagnostics;

namespace SearchNews.Articles.Text;

/// <summary>Finds the first place where a file is not UTF-8 text. Pure, linear.</summary>
internal static class EncodingCheck
{
    /// <summary>The first defect in the order of the bytes; null when there is none.</summary>
    public static (string Code, TextPosition Position, string Message)? Find(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith<byte>([0xFF, 0xFE]) || file.StartsWith<byte>([0xFE, 0xFF]))
            return (DiagnosticCode.NotUtf8, new TextPosition(1, 1), "the file is UTF-16; save it as UTF-8");

        int nul = file.IndexOf((byte)0);
        ReadOnlySpan<byte> checkedPart = nul < 0 ? file : file[..nul];
        if (!Utf8.IsValid(checkedPart))
        {
            int bad = FirstInvalid(checkedPart);
            return (DiagnosticCode.NotUtf8, PositionAt(file, bad), $"the byte {file[bad]:X2} here is not UTF-8; save the file as UTF-8");
        }

        return nul < 0
            ? null
            : (DiagnosticCode.NulCharacter, PositionAt(file, nul), "there is a NUL character here; delete it or save the file as UTF-8");
    }

    private static int FirstInvalid(ReadOnlySpan<byte> file)
    {
        int at = 0;
        while (Rune.DecodeFromUtf8(file[at..], out _, out int length) == OperationStatus.Done)
            at += length;
        return at;
    }

    /// <summary>The place of a byte all before which is UTF-8.</summary>
    private static TextPosition PositionAt(ReadOnlySpan<byte> file, int at)
    {
        // A byte order mark takes no column in an editor.
        int start = at >= 3 ? FrontMatter.FrontMatterBlock.ByteOrderMarkLength(file) : 0;
        string before = Encoding.UTF8.GetString(file[start..at]);
        return TextPosition.At(before, before.Length, firstLine: 1);
    }
}
