using System.Globalization;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Search.Stories;

/// <summary>
/// The files of a generation that hold its stories. <c>stories_N</c> is named by a commit's user data and durable before the commit is, so that commit and stories are one; N grows
/// by one with every change. <c>stories.stems</c> is written once, before the first commit. No Lucene writer touches files of these names. Framed as Lucene frames its own:
/// <code>
/// Header = i32 0x3FD76C17, str name, i32 version
/// Footer = i32 0xC02893E8, i32 0, i64 CRC-32 of all bytes before this field
/// </code>
/// </summary>
internal static class StoryFiles
{
    /// <summary>Commit user data: the name of the file of its stories.</summary>
    public const string Key = "searchnews.stories";

    /// <summary>The name of the file of the <see cref="StemTable"/>.</summary>
    public const string Stems = "stories.stems";

    private const string Prefix = "stories_";
    private const int Magic = 0x3FD76C17;

    /// <summary>The name in a commit's user data.</summary>
    /// <exception cref="CorruptIndexException">There is none.</exception>
    public static string NameIn(SegmentInfos commit) =>
        commit.UserData.TryGetValue(Key, out string? name) && TryParse(name, out _) ? name : throw new CorruptIndexException($"the commit does not name the file of its stories ('{Key}')", commit.FileName, 0);

    /// <summary>A name that no file in the folder has, whatever an interrupted commit left behind.</summary>
    public static string NextName(IndexDirectory directory)
    {
        long last = 0;
        foreach (string name in directory.ListAll())
        {
            if (TryParse(name, out long number)) last = Math.Max(last, number);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{Prefix}{last + 1}");
    }

    /// <summary>Deletes the stories of commits that are gone, as far as the disk lets it; what stays is tried again next time.</summary>
    /// <param name="directory">The generation.</param>
    /// <param name="kept">The stories of the last commit, and of the one before, which a reader may just be opening.</param>
    public static void DeleteOld(IndexDirectory directory, params ReadOnlySpan<string?> kept)
    {
        foreach (string name in directory.ListAll())
        {
            if (!TryParse(name, out _) || kept.Contains(name)) continue;
            try
            {
                directory.DeleteFile(name);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // It takes room until then, and does no other harm.
                continue;
            }
        }
    }

    /// <summary>Starts a file.</summary>
    public static void WriteHeader(IndexOutput output, string name, int version)
    {
        output.WriteInt32(Magic);
        output.WriteString(name);
        output.WriteInt32(version);
    }

    /// <summary>Ends a file.</summary>
    public static void WriteFooter(IndexOutput output)
    {
        output.WriteInt32(~Magic);
        output.WriteInt32(0);
        output.WriteInt64(output.Checksum);
    }

    /// <summary>Opens a file whose checksum is right, behind its header.</summary>
    /// <exception cref="CorruptIndexException">It is damaged, or another kind of file.</exception>
    /// <exception cref="FileNotFoundException">It is not there.</exception>
    public static IndexInput Open(IndexDirectory directory, string file, string name, int version)
    {
        IndexInput input = directory.OpenVerified(file);
        int magic = input.ReadInt32();
        if (magic != Magic) throw new CorruptIndexException($"header expected {Magic:X8}, got {magic:X8}", file, 0);
        string actual = input.ReadString();
        if (actual != name) throw new CorruptIndexException($"expected a file of '{name}', got '{actual}'", file, 4);
        int actualVersion = input.ReadInt32();
        if (actualVersion != version) throw new CorruptIndexException($"expected version {version} of '{name}', got {actualVersion}", file, 0);
        return input;
    }

    /// <summary>Checks that all was read.</summary>
    public static void CheckEnd(IndexInput input)
    {
        const int FooterLength = 16;
        if (input.Remaining != FooterLength) throw new CorruptIndexException($"expected the footer at {input.Length - FooterLength}, parsing ended here", input.Name, input.Position);
    }

    private static bool TryParse(string name, out long number)
    {
        number = 0;
        return name.StartsWith(Prefix, StringComparison.Ordinal) && long.TryParse(name.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out number) && number < long.MaxValue;
    }
}
