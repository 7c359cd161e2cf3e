using System.Reflection;
using System.Runtime.Loader;
using SearchNews.Testing;

namespace SearchNews.Articles.Tests.FrontMatter;

/// <summary>A process that only meets plain front matter never loads YamlDotNet, whose code takes longer to make than fifty articles to read.</summary>
public sealed class PlainWithoutYamlTests
{
    [Fact]
    public void Read_PlainArticle_DoesNotLoadYamlDotNet()
    {
        var context = new OwnContext();
        string sample = RepoRoot.Combine("index-data", "articles", "2004-01-04-spirit-lands-on-mars-in-gusev-crater.md");

        Read(context, File.ReadAllBytes(sample));
        context.Names.ShouldNotContain("YamlDotNet");

        Read(context, "---\ntitle: >-\n  folded\n---\n"u8.ToArray());
        context.Names.ShouldContain("YamlDotNet");
    }

    /// <summary>Reads with a copy of the library of its own, for other tests load YamlDotNet into this process.</summary>
    private static void Read(OwnContext context, byte[] file)
    {
        Assembly library = context.LoadFromAssemblyName(typeof(ArticleReader).Assembly.GetName());
        Type type = library.GetType(typeof(ArticleReader).FullName!, throwOnError: true)!;
        object reader = Activator.CreateInstance(type, [null])!;
        Delegate read = type.GetMethod(nameof(ArticleReader.Read), [typeof(string), typeof(string), typeof(ReadOnlySpan<byte>)])!
            .CreateDelegate(typeof(ReadBytes<>).MakeGenericType(library.GetType(typeof(ArticleReadResult).FullName!, throwOnError: true)!), reader);
        typeof(PlainWithoutYamlTests).GetMethod(nameof(Call), BindingFlags.Static | BindingFlags.NonPublic)!
            .MakeGenericMethod(read.GetType().GenericTypeArguments).Invoke(null, [read, file]);
    }

    private static void Call<TResult>(ReadBytes<TResult> read, byte[] file) => read("a", "a.md", file);

    private delegate TResult ReadBytes<out TResult>(string id, string path, ReadOnlySpan<byte> content);

    /// <summary>Loads the library and what it uses anew, and remembers what was asked for.</summary>
    private sealed class OwnContext() : AssemblyLoadContext("own")
    {
        public List<string> Names { get; } = [];

        protected override Assembly? Load(AssemblyName assemblyName)
        {
            Names.Add(assemblyName.Name!);
            string path = Path.Combine(AppContext.BaseDirectory, assemblyName.Name + ".dll");
            return assemblyName.Name is "SearchNews.Articles" or "YamlDotNet" ? LoadFromAssemblyPath(path) : null;
        }
    }
}
