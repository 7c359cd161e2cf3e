namespace SearchNews.Articles.Folders;

/// <summary>Messages that both the reader of files and the reader of bytes give.</summary>
internal static class FileMessages
{
    public const string Empty = "the file is empty; write front matter, from a line --- to a line ---";

    public static string TooLarge(long bytes, ArticleLimits limits) => $"the file has {bytes} bytes and may have {limits.FileBytes}";
}
