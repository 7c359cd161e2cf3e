using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using SearchNews.Cli.Configuration;
using SearchNews.Search;
using SearchNews.Search.Observability;

namespace SearchNews.Cli.Serving;

/// <summary>Sends spans and metrics to a collector of OpenTelemetry, when one is configured; else none of it is even made.</summary>
internal static class Telemetry
{
    private const string ServiceName = "searchnews";

    /// <summary>Adds it to the service.</summary>
    public static void Add(WebApplicationBuilder builder, OtlpTarget? target)
    {
        if (target is null) return;
        AddCounters();
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(ServiceName, serviceVersion: ProgramVersion.Text))
            .WithTracing(tracing => tracing
                .AddSource(SearchActivities.SourceName, "Microsoft.AspNetCore")
                .AddOtlpExporter(otlp => Aim(otlp, target, "v1/traces")))
            .WithMetrics(metrics => metrics
                .AddMeter(SearchActivities.SourceName, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime")
                .AddOtlpExporter(otlp => Aim(otlp, target, "v1/metrics")));
    }

    private static void Aim(OtlpExporterOptions otlp, OtlpTarget target, string path)
    {
        otlp.Protocol = target.IsGrpc ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf;
        otlp.Endpoint = target.IsGrpc ? target.Endpoint : new Uri(target.Endpoint.AbsoluteUri.TrimEnd('/') + "/" + path);
    }

    private static void AddCounters()
    {
        // The meter lives as long as the process.
        var meter = new Meter(SearchActivities.SourceName);
        meter.CreateObservableCounter("searchnews.documents.scored", () => EngineCounters.DocumentsScored, "{document}", "Documents that searches collected as matches.");
        meter.CreateObservableCounter("searchnews.documents.skipped", () => EngineCounters.DocumentsSkipped, "{document}", "Documents of what was searched that needed no score.");
        meter.CreateObservableCounter("searchnews.rebuilds", () => EngineCounters.Rebuilds.Count, "{rebuild}", "Rebuilds that went live.");
        meter.CreateObservableCounter("searchnews.updates", () => EngineCounters.Updates.Count, "{update}", "Updates that were committed.");
    }
}
